package bank;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;

/** Money, behind a door. */
@Seam(owner = "vault-team")
public interface Vault {

  /** Takes out an amount, and gives what was taken. */
  @Requires(value = "amount > 0", name = "some")
  @Ensures(value = "result == amount", name = "whole")
  long withdraw(long amount);
}
