package dev.tenon.reference;

import java.util.List;
import java.util.Random;

/** Random choices: the same seed gives the same program. */
record Draw(Random random) {

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
