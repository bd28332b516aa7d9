package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** Twenty-four preconditions and an old value. */
public interface ManyTransfers {

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
  @Requires("amount + 20 > 20")
  @Requires("amount + 21 > 21")
  @Requires("amount + 22 > 22")
  @Requires("amount + 23 > 23")
  @Requires("amount + 24 > 24")
  @Ensures("result + old(amount) == 1000")
  long transfer(Account from, Account to, long amount);

  /** The supplier. */
  final class Supplier implements ManyTransfers {
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
      PlainTransfers.check(amount + 20 > 20);
      PlainTransfers.check(amount + 21 > 21);
      PlainTransfers.check(amount + 22 > 22);
      PlainTransfers.check(amount + 23 > 23);
      PlainTransfers.check(amount + 24 > 24);
      long old = amount;
      long result = 1_000 - amount;
      PlainTransfers.check(result + old == 1_000);
      return result;
    }
  }
}
