package dev.tenon.benchmark.handoff;

import dev.tenon.benchmark.Account;
import org.valid4j.Assertive;

/** No contract: what is checked is checked in the bodies. */
public interface PlainTransfers extends Operation {

  /** What a careful programmer writes by hand. */
  final class HandWritten implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(from != null);
      check(to != null);
      check(from != to);
      check(amount > 0);
      long result = 1_000 - amount;
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
      long result = 1_000 - amount;
      check(result >= 0);
      check(result + old == 1_000);
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
      long result = 1_000 - amount;
      check(result >= 0);
      return result;
    }
  }

  /** The same with what is thrown when. */
  final class HandWrittenThrows implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(from != null);
      check(to != null);
      check(from != to);
      check(amount > 0);
      boolean mustThrow = amount > 1_000_000;
      long result = 1_000 - amount;
      check(!mustThrow);
      return result;
    }
  }

  /** One check. */
  final class HandWrittenOne implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      check(amount > 0);
      return 1_000 - amount;
    }
  }

  /** The same where a call goes on that breaks something, as in the mode {@code OBSERVE}. */
  final class HandWrittenNoting implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      boolean isKept = keeps(from, to, amount);
      long result = 1_000 - amount;
      if (isKept && result < 0) {
        ByHand.note("result >= 0", from, to, amount, result);
      }
      return result;
    }
  }

  /** The same with an old value. */
  final class HandWrittenOldNoting implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      boolean isKept = keeps(from, to, amount);
      long old = amount;
      long result = 1_000 - amount;
      if (isKept && result < 0) {
        ByHand.note("result >= 0", from, to, amount, result);
      }
      if (isKept && result + old != 1_000) {
        ByHand.note("result + old(amount) == 1000", from, to, amount, result, old);
      }
      return result;
    }
  }

  /** By calls of valid4j. */
  final class Valid4j implements PlainTransfers {
    @Override
    public long transfer(Account from, Account to, long amount) {
      Assertive.require(from != null, "from != null");
      Assertive.require(to != null, "to != null");
      Assertive.require(from != to, "from != to");
      Assertive.require(amount > 0, "amount > 0");
      long result = 1_000 - amount;
      Assertive.ensure(result >= 0, "result >= 0");
      return result;
    }
  }

  /** Where a check fails, all of them go. */
  static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("broken");
    }
  }

  /** Whether all holds that a client owes. */
  private static boolean keeps(Account from, Account to, long amount) {
    boolean isKept = true;
    if (from == null) {
      isKept = ByHand.note("from != null", from, to, amount);
    }
    if (to == null) {
      isKept = ByHand.note("to != null", from, to, amount);
    }
    if (from == to) {
      isKept = ByHand.note("from != to", from, to, amount);
    }
    if (amount <= 0) {
      isKept = ByHand.note("amount > 0", from, to, amount);
    }
    return isKept;
  }
}
