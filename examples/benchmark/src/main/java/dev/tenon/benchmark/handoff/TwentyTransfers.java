package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** Nineteen preconditions and a guarantee. */
public interface TwentyTransfers {

  @Requires("amount + 1 > 1")
  @Requires("amount + 2 > 2")
  @Requires("amount + 3 > 3")
  @Requires("amount + 4 > 4")
  @Requires("amount + 5 > 5")
  @Requires("amount + 6 > 6")
  @Requires("amount + 7 > 7")
  @Requires("amount + 8 > 8")
  @Requires("amount + 9 > 9")
  @Requires("amount + 10 > 10")
  @Requires("amount + 11 > 11")
  @Requires("amount + 12 > 12")
  @Requires("amount + 13 > 13")
  @Requires("amount + 14 > 14")
  @Requires("amount + 15 > 15")
  @Requires("amount + 16 > 16")
  @Requires("amount + 17 > 17")
  @Requires("amount + 18 > 18")
  @Requires("amount + 19 > 19")
  @Ensures("result >= 0")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements TwentyTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return 1_000 - amount;
    }
  }

  /** The same by hand. */
  final class HandWritten implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      PlainTransfers.check(amount + 1 > 1);
      PlainTransfers.check(amount + 2 > 2);
      PlainTransfers.check(amount + 3 > 3);
      PlainTransfers.check(amount + 4 > 4);
      PlainTransfers.check(amount + 5 > 5);
      PlainTransfers.check(amount + 6 > 6);
      PlainTransfers.check(amount + 7 > 7);
      PlainTransfers.check(amount + 8 > 8);
      PlainTransfers.check(amount + 9 > 9);
      PlainTransfers.check(amount + 10 > 10);
      PlainTransfers.check(amount + 11 > 11);
      PlainTransfers.check(amount + 12 > 12);
      PlainTransfers.check(amount + 13 > 13);
      PlainTransfers.check(amount + 14 > 14);
      PlainTransfers.check(amount + 15 > 15);
      PlainTransfers.check(amount + 16 > 16);
      PlainTransfers.check(amount + 17 > 17);
      PlainTransfers.check(amount + 18 > 18);
      PlainTransfers.check(amount + 19 > 19);
      long result = 1_000 - amount;
      PlainTransfers.check(result >= 0);
      return result;
    }
  }
}
