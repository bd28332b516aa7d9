package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws until something fits: a few times from the record, so that what is found there can be made
 * simpler, then from choices that follow from one of them, since a record that has come to its end
 * would give the same again and again.
 */
final class Tries {

  private static final int RECORDED = 8;
  private static final int FORKED = 192;

  private Tries() {}

  /** The first that fits; null if none does. */
  static <T> @Nullable T until(
      Choices choices, Function<Choices, @Nullable T> draw, Predicate<T> fits) {
    return until(choices, FORKED, draw, fits);
  }

  /** The first of so many that fits. */
  static <T> @Nullable T until(
      Choices choices, int most, Function<Choices, @Nullable T> draw, Predicate<T> fits) {
    for (int i = 0; i < RECORDED; i++) {
      int begun = choices.begin();
      T drawn = draw.apply(choices);
      choices.end(begun);
      if (drawn != null && fits.test(drawn)) {
        return drawn;
      }
    }
    Choices forked = Choices.random(choices.next(1 << 16));
    for (int i = 0; i < most; i++) {
      T drawn = draw.apply(forked);
      if (drawn != null && fits.test(drawn)) {
        return drawn;
      }
    }
    return null;
  }
}
