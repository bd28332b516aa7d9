package dev.tenon.benchmark;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** The same, with violations observed before. */
public interface ObservedTransfers {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Ensures("result >= 0")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements ObservedTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return from.balance - amount;
    }
  }
}
