package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** Clauses that are leaves. */
public interface LeafTransfers {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Ensures("result >= 0")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements LeafTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }
}
