package dev.tenon.benchmark;

/** No contract. */
public interface PlainTransfers {

  long transfer(Account from, Account to, long amount);

  /** Checks nothing. */
  final class Unchecked implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      return from.balance - amount;
    }
  }

  /** What a careful programmer writes by hand. */
  final class HandWritten implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(from != null);
      check(to != null);
      check(from != to);
      check(amount > 0);
      long result = from.balance - amount;
      check(result >= 0);
      return result;
    }
  }

  /** The same with an old value. */
  final class HandWrittenOld implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(from != null);
      check(to != null);
      check(from != to);
      check(amount > 0);
      long old = amount;
      long result = from.balance - amount;
      check(result >= 0);
      check(result + old == from.balance);
      return result;
    }
  }

  /** The same with the call that needs the flag, and no flag. */
  final class HandWrittenCall implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(from != null);
      check(to != null);
      check(from != to);
      check(amount > 0);
      check(amount <= from.left());
      long result = from.balance - amount;
      check(result >= 0);
      return result;
    }
  }

  /** Twenty-four checks and an old value. */
  final class HandWrittenMany implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(amount + 1 > 1);
      check(amount + 2 > 2);
      check(amount + 3 > 3);
      check(amount + 4 > 4);
      check(amount + 5 > 5);
      check(amount + 6 > 6);
      check(amount + 7 > 7);
      check(amount + 8 > 8);
      check(amount + 9 > 9);
      check(amount + 10 > 10);
      check(amount + 11 > 11);
      check(amount + 12 > 12);
      check(amount + 13 > 13);
      check(amount + 14 > 14);
      check(amount + 15 > 15);
      check(amount + 16 > 16);
      check(amount + 17 > 17);
      check(amount + 18 > 18);
      check(amount + 19 > 19);
      check(amount + 20 > 20);
      check(amount + 21 > 21);
      check(amount + 22 > 22);
      check(amount + 23 > 23);
      check(amount + 24 > 24);
      long old = amount;
      long result = from.balance - amount;
      check(result + old == from.balance);
      return result;
    }
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("broken");
    }
  }
}
