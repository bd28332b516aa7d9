package bank;

import dev.tenon.contract.Pure;
import dev.tenon.contract.Rendered;

/** An account and what is on it. Not thread-safe. */
@Rendered
public final class Account {

  private final String id;
  private long balance;

  /**
   * An account with something on it.
   *
   * @param id its number
   * @param balance what is on it, in cents
   */
  public Account(String id, long balance) {
    this.id = id;
    this.balance = balance;
  }

  /**
   * Its number.
   *
   * @return the number
   */
  @Pure
  public String id() {
    return id;
  }

  /**
   * What is on it.
   *
   * @return the balance in cents; less than zero when it is overdrawn
   */
  @Pure
  public long balance() {
    return balance;
  }

  /**
   * Adds to the balance.
   *
   * @param cents how much
   */
  public void add(long cents) {
    balance += cents;
  }

  @Override
  public String toString() {
    return id;
  }
}
