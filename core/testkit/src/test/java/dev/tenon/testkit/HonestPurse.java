package dev.tenon.testkit;

/** Not final: mocks may be its subclasses. */
class HonestPurse implements Purse {

  private long balance = 100;

  @Override
  public long balance() {
    return balance;
  }

  @Override
  public long take(long amount) {
    balance -= amount;
    return amount;
  }

  @Override
  public Purse pour(Purse to) {
    return to;
  }

  @Override
  public void close() {
    balance = 0;
  }
}
