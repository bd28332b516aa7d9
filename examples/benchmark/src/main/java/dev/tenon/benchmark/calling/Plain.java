package dev.tenon.benchmark.calling;

/** A client without views. */
public final class Plain {

  private Plain() {}

  /** Calls. */
  public static long send(Wires.Watched wire, Object from, Object to, long amount) {
    return wire.send(from, to, amount);
  }

  /** Calls with checks written by hand. */
  public static long checked(Wires.Watched wire, Object from, Object to, long amount) {
    if (from == null || to == null || from == to || amount <= 0) {
      throw new AssertionError("a promise is broken");
    }
    long result = wire.send(from, to, amount);
    if (result < 0) {
      throw new AssertionError("nobody promises that");
    }
    return result;
  }

  /** Calls with a check against an old value written by hand. */
  public static long checkedOld(Wires.Draining wire, Object from, Object to, long amount) {
    long old = wire.left();
    long result = wire.send(from, to, amount);
    if (result != old - amount) {
      throw new AssertionError("nobody promises that");
    }
    return result;
  }
}
