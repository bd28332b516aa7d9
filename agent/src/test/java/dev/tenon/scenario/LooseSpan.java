package dev.tenon.scenario;

/** Lets its ends be set to anything. */
class LooseSpan implements Span {

  private int low;
  private int high = 10;

  @Override
  public int low() {
    return low;
  }

  @Override
  public int high() {
    return high;
  }

  @Override
  public void move(int by) {
    low(low + by);
    high(high + by);
  }

  @Override
  public void low(int next) {
    low = next;
    if (next == 99) {
      throw new IllegalStateException("99");
    }
  }

  @Override
  public void high(int next) {
    high = next;
  }

  @Override
  public void during(Runnable others) {
    int before = low;
    low = high + 1;
    others.run();
    low = before;
  }
}
