package dev.tenon.testkit;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;

@Seam(owner = "ledger-team")
interface Vault {

  @Requires(value = "amount > 0", name = "positive")
  @Requires("note(amount).length() > 0")
  @Ensures("result == amount")
  long withdraw(long amount);

  /** What the clerk notes; null, so that the clause throws, for 13. */
  static String note(long amount) {
    return amount == 13 ? null : "noted";
  }
}
