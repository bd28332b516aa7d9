package bank;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;

@Seam(owner = "ledger-team")
public interface Vault {

  @Requires(value = "amount > 0", name = "positive")
  @Ensures("balance() == old(balance()) - amount")
  long withdraw(long amount);

  long balance();
}
