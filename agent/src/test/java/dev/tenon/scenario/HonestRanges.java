package dev.tenon.scenario;

/** Does nothing, rightly. */
record HonestRanges() implements Ranges {

  @Override
  public void between(int lo, int hi, int step) {}
}
