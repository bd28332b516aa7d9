package dev.tenon.scenario;

import java.util.Random;

/** Random loads: the same seed gives the same ones. */
final class Draws {

  /** Repeats a failure: {@code -Dtenon.laws.seed=…}. */
  private static final String SEED = "tenon.laws.seed";

  private final long seed = Long.getLong(SEED, new Random().nextLong());
  private final Random random = new Random(seed);

  Weighing.Load load() {
    RuntimeException thrown =
        random.nextBoolean() ? new IllegalStateException() : new IllegalArgumentException();
    return new Weighing.Load(
        weight(),
        random.nextInt(10),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0 ? thrown : null,
        new Weighing.Load(weight() + 6, random.nextInt(10), false, null, null));
  }

  private int weight() {
    return random.nextInt(24) - 8;
  }

  @Override
  public String toString() {
    return "-D" + SEED + "=" + seed;
  }
}
