package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;

/** Leaf clauses, one of which says when the operation throws. */
public interface ThrowingTransfers {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Throws(value = IllegalStateException.class, when = "amount > 1000000")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements ThrowingTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }
}
