package rates;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;

/** What an amount is worth abroad. */
@Seam(owner = "rates-team")
public interface Rates {

  /** The factor for an amount. */
  @Requires(value = "amount < 1_000", name = "small")
  @Ensures(value = "result > 0", name = "positive")
  long of(long amount);
}
