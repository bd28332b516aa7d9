package dev.tenon.ledger;

/** Where an error came from. */
final class Stack {

  private Stack() {}

  /** The frame that threw it, behind a separator; empty when the JVM left it out. */
  static String top(Throwable error) {
    StackTraceElement[] frames = error.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
