package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Requires;

/** One clause. */
public interface OneTransfers {

  @Requires("amount > 0")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements OneTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }
}
