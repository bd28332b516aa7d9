package dev.tenon.scenario.lane;

import dev.tenon.contract.Requires;
import java.util.ArrayList;
import java.util.List;

/** Tills that keep their word, and tills that do not. */
final class Tills {

  private Tills() {}

  /** Keeps all of it. */
  static class Honest implements Till {

    long sum = 100;
    final List<Long> taken = new ArrayList<>();

    @Override
    public long sum() {
      return sum;
    }

    @Override
    public List<Long> taken() {
      return taken;
    }

    @Override
    public long take(long amount) {
      taken.add(amount);
      return sum += amount;
    }

    @Override
    public void give(long amount) {
      if (amount > 500) {
        throw new IllegalStateException("large");
      }
      sum -= amount;
    }

    @Override
    public void greet(String name) {}
  }

  /** Keeps one for itself. */
  static final class Short extends Honest {
    @Override
    public long take(long amount) {
      long after = super.take(amount);
      sum--;
      return after;
    }
  }

  /** Gives more than there is. */
  static final class Overdrawn extends Honest {
    @Override
    public void give(long amount) {
      sum = -amount;
    }
  }

  /** Throws what nobody promised. */
  static final class Rude extends Honest {
    @Override
    public void give(long amount) {
      throw new UnsupportedOperationException("no");
    }
  }

  /** Asks for more than its seam. */
  static final class Picky extends Honest {
    @Override
    @Requires("amount % 10 == 0")
    public long take(long amount) {
      return super.take(amount);
    }
  }

  /** Has a body that knows nothing of seams. */
  static class Outside {
    /** The rate. */
    public int of(String currency) {
      return 2;
    }
  }

  /** Inherits its body. */
  static final class Adopting extends Outside implements Rates {}

  /** A rate that is given. */
  record Fixed(int rate) implements Rates {
    @Override
    public int of(String currency) {
      return rate;
    }
  }

  /** Rates in a table. */
  enum Table implements Rates {
    ONE,
    TWO {
      @Override
      public int of(String currency) {
        return 2;
      }
    };

    @Override
    public int of(String currency) {
      return 1;
    }
  }

  /** Has clauses where it is made. */
  static final class Box {
    @Requires("size > 0")
    Box(int size) {}

    @Requires("size < 10")
    static Box small(int size) {
      return new Box(size);
    }
  }
}
