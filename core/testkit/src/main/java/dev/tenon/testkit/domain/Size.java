package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;

/**
 * How large something becomes: whether there is one more is a choice beside each element, so that
 * an element can be left out of the record together with it.
 */
final class Size {

  private static final int[] LONG = {2, 4, 16};
  private static final int FAR = 20;

  private final int least;
  private final int most;
  private final int few;
  private final Choices choices;

  private Size(int least, int most, int few, Choices choices) {
    this.least = least;
    this.most = most;
    this.few = few;
    this.choices = choices;
  }

  static Size draw(int least, int most, Choices choices) {
    int few = most > least ? LONG[choices.next(LONG.length)] : 2;
    boolean isFar = most - (long) least > FAR;
    return new Size(least, isFar ? least + FAR : most, few, choices);
  }

  /** Whether there is one more behind so many. */
  boolean isMore(int size) {
    return size < least || (size < most && choices.next(few) > 0);
  }
}
