package dev.tenon.benchmark.calling;

import dev.tenon.contract.Pure;

/** Seams without a contract, one for each row: what is asked at their calls is asked by clients. */
public final class Wires {

  private Wires() {}

  /** For a view that holds. */
  public interface Watched {

    /** Sends an amount, and gives what is left. */
    long send(Object from, Object to, long amount);
  }

  /** For a view that was seen broken. */
  public interface Observed {

    /** Sends an amount, and gives what is left. */
    long send(Object from, Object to, long amount);
  }

  /** For a view that is off. */
  public interface Off {

    /** Sends an amount, and gives what is left. */
    long send(Object from, Object to, long amount);
  }

  /** For a view with an old value. */
  public interface Draining {

    /** Sends an amount, and gives what is left. */
    long send(Object from, Object to, long amount);

    /** What is left. */
    @Pure
    long left();
  }

  /** The supplier of all of them. */
  public static final class Supplier implements Watched, Observed, Off, Draining {

    private long left = Long.MAX_VALUE;

    @Override
    public long send(Object from, Object to, long amount) {
      left -= amount;
      return left;
    }

    @Override
    public long left() {
      return left;
    }

    /** Wastes what is left, so that nothing is. */
    public void waste() {
      left = 0;
    }

    /** Fills it up again. */
    public void fill() {
      left = Long.MAX_VALUE;
    }
  }
}
