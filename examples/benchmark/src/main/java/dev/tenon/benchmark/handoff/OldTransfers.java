package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** With an old value of a primitive. */
public interface OldTransfers {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Ensures("result >= 0")
  @Ensures("result + old(amount) == 1000")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements OldTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }
}
