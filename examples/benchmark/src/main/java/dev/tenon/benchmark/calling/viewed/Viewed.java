package dev.tenon.benchmark.calling.viewed;

import dev.tenon.benchmark.calling.Wires;

/** A client with views: each method calls a seam of its own. */
public final class Viewed {

  private Viewed() {}

  /** Calls where the view holds. */
  public static long send(Wires.Watched wire, Object from, Object to, long amount) {
    return wire.send(from, to, amount);
  }

  /** Calls where the view was seen broken. */
  public static long observed(Wires.Observed wire, Object from, Object to, long amount) {
    return wire.send(from, to, amount);
  }

  /** Calls where the view is off. */
  public static long off(Wires.Off wire, Object from, Object to, long amount) {
    return wire.send(from, to, amount);
  }

  /** Calls where the view has an old value. */
  public static long draining(Wires.Draining wire, Object from, Object to, long amount) {
    return wire.send(from, to, amount);
  }
}
