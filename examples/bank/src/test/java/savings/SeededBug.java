package savings;

import dev.tenon.contract.Requires;
import dev.tenon.testkit.suite.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The seeded bugs, each in a supplier that is right but for it, with the clause that tells. */
enum SeededBug {
  KEEPS_THE_LAST_CENT(
      "off by one at a bound", KeepsTheLastCent::new, "withdraw", "taken"),
  LOSES_EVERY_SECOND_DEPOSIT(
      "an update is lost in a sequence", LosesEverySecondDeposit::new, "deposit", "added"),
  THROWS_ANOTHER_EXCEPTION(
      "the wrong exception", ThrowsAnotherException::new, "deposit", "open"),
  TAKES_MONEY_WHEN_CLOSED(
      "a missing exception", TakesMoneyWhenClosed::new, "withdraw", "open"),
  ANSWERS_NULL("null is returned", AnswersNull::new, "statement", "NotNull"),
  OVERDRAWS_WITH_THE_SECOND_FEE(
      "an invariant is broken by the second call",
      OverdrawsWithTheSecondFee::new,
      "charge",
      "never-overdrawn"),
  DEMANDS_ROUND_AMOUNTS(
      "an override that strengthens", DemandsRoundAmounts::new, "deposit", "round"),
  ROUNDS_UP("rounding", RoundsUp::new, "addInterest", "rounded-down"),
  HANDS_OUT_ITS_HISTORY("a returned list is shared", HandsOutItsHistory::new, "", "booked"),
  KEEPS_THE_CALLERS_LIST("a passed list is shared", KeepsTheCallersList::new, "", "booked"),
  COUNTS_IN_INTS("an overflow", CountsInInts::new, "deposit", "added"),
  KEEPS_TEN_BOOKINGS("a bound of its own", KeepsTenBookings::new, "", "booked");

  final String what;
  final Supplier<Savings> fresh;

  /** The operation that is reported; empty where it may be any. */
  final String operation;

  /** The name of the clause that is broken, or what it begins with. */
  final String clause;

  SeededBug(String what, Supplier<Savings> fresh, String operation, String clause) {
    this.what = what;
    this.fresh = fresh;
    this.operation = operation;
    this.clause = clause;
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
