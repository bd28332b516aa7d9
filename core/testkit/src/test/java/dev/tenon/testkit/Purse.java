package dev.tenon.testkit;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Throws;

/** A seam with clauses of every kind that a mock may meet. */
@Seam(owner = "ledger-team")
interface Purse {

  @Ensures(value = "result >= 0", name = "neverNegative")
  long balance();

  @Requires(value = "amount > 0", name = "positive")
  @Requires(value = "amount <= balance()", name = "covered")
  @Ensures(value = "result == amount", name = "exact")
  @Ensures(value = "balance() == old(balance()) - amount", name = "taken")
  long take(long amount);

  @Requires(value = "to.balance() >= 0", name = "sound")
  @Ensures(value = "result.balance() == to.balance()", name = "poured")
  Purse pour(Purse to);

  @Throws(value = IllegalStateException.class, name = "twice")
  void close();
}
