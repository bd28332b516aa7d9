package dev.tenon.scenario;

/** Right, although it changes what it was given. */
final class ReassigningCounters implements Counters {

  private int depth;

  @Override
  public int next(int from) {
    int result = from + 1;
    from = 99;
    return result + from - 99;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public int down(int n) {
    depth++;
    int below = n == 0 ? 0 : down(n - 1);
    depth--;
    return n == 0 ? 0 : below + 1;
  }
}
