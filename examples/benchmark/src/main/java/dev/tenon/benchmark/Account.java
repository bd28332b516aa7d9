package dev.tenon.benchmark;

/** What the measured operations are called with. */
public final class Account {

  /** What is left. */
  public final long balance;

  /**
   * An account.
   *
   * @param balance what is left
   */
  public Account(long balance) {
    this.balance = balance;
  }

  /** What is left, as a call that a clause cannot know to be harmless. */
  public long left() {
    return balance;
  }
}
