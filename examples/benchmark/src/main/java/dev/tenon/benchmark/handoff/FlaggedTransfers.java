package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** With a clause that needs the re-entrancy flag. */
public interface FlaggedTransfers {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Ensures("result >= 0")
  @Requires("amount <= from.left()")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements FlaggedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }
}
