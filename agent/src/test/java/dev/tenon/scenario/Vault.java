package dev.tenon.scenario;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import org.jspecify.annotations.Nullable;

/**
 * The seam of most scenarios. Confined: some of these run in many threads, and the first verdict
 * after that would be undecided.
 */
@Seam(confined = true)
public interface Vault {

  long balance();

  @Requires(value = "amount > 0", name = "positive")
  @Requires(
      value = "amount <= balance()",
      name = "covered",
      because = "an overdraft needs its own approval")
  @Ensures(value = "balance() == old(balance()) - amount", name = "booked")
  @Ensures(value = "result == balance()", name = "told")
  long withdraw(long amount);

  @Requires(value = "label.length() > 1", name = "long enough")
  @Requires(value = "label != null", name = "named")
  void label(@Nullable String label);

  @Requires(value = "memo.length() < 10", name = "short")
  @Ensures(value = "result > 0", name = "counted")
  int note(@Nullable String memo);

  @Ensures(value = "result.length() > old(suffix.length())", name = "longer")
  @Ensures(value = "suffix == null || result.endsWith(old(suffix))", name = "ends")
  String append(@Nullable String suffix);
}
