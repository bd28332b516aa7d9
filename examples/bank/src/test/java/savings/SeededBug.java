package savings;

import dev.tenon.contract.Requires;
import dev.tenon.testkit.suite.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The seeded bugs, each in a supplier that is right but for it, with the clause that tells. */
enum SeededBug {
  KEEPS_THE_LAST_CENT(
      "off by one at a bound", KeepsTheLastCent::new, "withdraw", "taken", 3),
  LOSES_EVERY_SECOND_DEPOSIT(
      "an update is lost in a sequence", LosesEverySecondDeposit::new, "deposit", "added", 4),
  THROWS_ANOTHER_EXCEPTION(
      "the wrong exception", ThrowsAnotherException::new, "deposit", "open", 8),
  TAKES_MONEY_WHEN_CLOSED(
      "a missing exception", TakesMoneyWhenClosed::new, "withdraw", "open", 8),
  ANSWERS_NULL("null is returned", AnswersNull::new, "statement", "result.NotNull", 4),
  OVERDRAWS_WITH_THE_SECOND_FEE(
      "an invariant is broken by the second call",
      OverdrawsWithTheSecondFee::new,
      "charge",
      "never-overdrawn",
      4),
  DEMANDS_ROUND_AMOUNTS(
      "an override that strengthens", DemandsRoundAmounts::new, "deposit", "round", 3),
  ROUNDS_UP("rounding", RoundsUp::new, "addInterest", "rounded-down", 5),
  HANDS_OUT_ITS_HISTORY("a returned list is shared", HandsOutItsHistory::new, "", "booked", 6),
  KEEPS_THE_CALLERS_LIST("a passed list is shared", KeepsTheCallersList::new, "", "booked", 6),
  COUNTS_IN_INTS("an overflow", CountsInInts::new, "deposit", "added", 3),
  KEEPS_TEN_BOOKINGS("a bound of its own", KeepsTenBookings::new, "", "booked", 16);

  final String what;
  final Supplier<Savings> fresh;

  /** The operation that is reported; empty where it may be any. */
  final String operation;

  /** The name of the clause that is broken. */
  final String clause;

  /** How many calls show it at most, as the suite shrinks them. */
  final int mostCalls;

  SeededBug(String what, Supplier<Savings> fresh, String operation, String clause, int mostCalls) {
    this.what = what;
    this.fresh = fresh;
    this.operation = operation;
    this.clause = clause;
    this.mostCalls = mostCalls;
  }

  Finding.Kind kind() {
    return this == DEMANDS_ROUND_AMOUNTS ? Finding.Kind.OVERRIDE : Finding.Kind.SUPPLIER;
  }

  static final class KeepsTheLastCent extends StandardSavings {
    @Override
    public void withdraw(long amount) {
      super.withdraw(amount < balance ? amount : balance - 1);
    }
  }

  static final class LosesEverySecondDeposit extends StandardSavings {
    private int deposits;

    @Override
    public void deposit(long amount) {
      demandOpen();
      deposits++;
      if (deposits % 2 == 1) {
        book(amount);
      }
    }
  }

  static final class ThrowsAnotherException extends StandardSavings {
    @Override
    public void deposit(long amount) {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      super.deposit(amount);
    }
  }

  static final class TakesMoneyWhenClosed extends StandardSavings {
    @Override
    public void withdraw(long amount) {
      book(-amount);
    }
  }

  static final class AnswersNull extends StandardSavings {
    @Override
    public String statement(String memo) {
      return memo.isEmpty() ? null : super.statement(memo);
    }
  }

  static final class OverdrawsWithTheSecondFee extends StandardSavings {
    private int fees;

    @Override
    public long charge() {
      fees++;
      long fee = fees == 2 ? FEE : Math.min(FEE, balance);
      book(-fee);
      return fee;
    }
  }

  static final class DemandsRoundAmounts extends StandardSavings {
    @Override
    @Requires(value = "amount % 100 == 0", name = "round")
    public void deposit(long amount) {
      super.deposit(amount);
    }
  }

  static final class RoundsUp extends StandardSavings {
    @Override
    public long addInterest(int permille) {
      demandOpen();
      long interest = (balance * permille + 999) / 1_000;
      book(interest);
      return interest;
    }
  }

  static final class HandsOutItsHistory extends StandardSavings {
    @Override
    public List<Long> history() {
      return history;
    }
  }

  static final class KeepsTheCallersList extends StandardSavings {
    private final List<List<Long>> batches = new ArrayList<>();

    @Override
    public void depositAll(List<Long> amounts) {
      demandOpen();
      batches.add(amounts);
      balance += Savings.sum(amounts);
    }

    @Override
    public List<Long> history() {
      List<Long> all = super.history();
      batches.forEach(all::addAll);
      return all;
    }
  }

  static final class CountsInInts extends StandardSavings {
    @Override
    public void deposit(long amount) {
      super.deposit((int) amount);
    }
  }

  static final class KeepsTenBookings extends StandardSavings {
    @Override
    void book(long amount) {
      super.book(amount);
      if (history.size() > 10) {
        history.remove(0);
      }
    }
  }
}
