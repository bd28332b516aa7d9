package dev.tenon.internal.guard;

/** What a compiled check answers when no clause is the first false one. */
final class Code {

  /** Every clause that was asked is true. */
  static final int HELD = -1;

  /** The thread is evaluating another clause: nothing was asked. */
  static final int SKIPPED = -2;

  /** A clause threw; which one, the judge finds out. */
  static final int THREW = -3;

  /** Nothing was asked yet. */
  static final int UNASKED = -4;

  private Code() {}
}
