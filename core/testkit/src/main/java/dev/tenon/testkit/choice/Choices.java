package dev.tenon.testkit.choice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The choices that one generated value, or one test case, is made of, in the order in which they
 * are made. Each is a number from 0 on, and 0 is the simplest: a generator that always gets 0 gives
 * its simplest value. The record is replayed to make the same again, and made smaller to find a
 * simpler case that fails as well, whatever the generators do with it.
 *
 * <p>Confined to one thread.
 */
public final class Choices {

  private final SplittableRandom random;
  private final boolean isRandom;
  private final List<BigInteger> given;
  private final List<BigInteger> made = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  private Choices(long seed, boolean isRandom, List<BigInteger> given) {
    this.random = new SplittableRandom(seed);
    this.isRandom = isRandom;
    this.given = given;
  }

  /**
   * Choices at random.
   *
   * @param seed the same seed gives the same choices
   */
  public static Choices random(long seed) {
    return new Choices(seed, true, List.of());
  }

  /**
   * Choices made before. One that is too large where it is used now is taken as the largest there;
   * what is asked beyond the end is 0.
   *
   * @param made the choices
   */
  public static Choices of(List<BigInteger> made) {
    return new Choices(0, false, List.copyOf(made));
  }

  /**
   * Chooses a number.
   *
   * @param bound how many there are to choose from, from 1
   * @return from 0 to bound - 1; 0 is the simplest
   */
  public BigInteger next(BigInteger bound) {
    if (bound.signum() <= 0) {
      throw new IllegalArgumentException("nothing to choose from: " + bound);
    }
    BigInteger chosen;
    if (made.size() < given.size()) {
      chosen = given.get(made.size()).min(bound.subtract(BigInteger.ONE));
    } else if (isRandom) {
      chosen = uniform(bound);
    } else {
      chosen = BigInteger.ZERO;
    }
    made.add(chosen);
    return chosen;
  }

  /**
   * Chooses a number.
   *
   * @param bound how many there are to choose from, from 1
   * @return from 0 to bound - 1; 0 is the simplest
   */
  public int next(int bound) {
    if (isRandom && made.size() >= given.size() && bound > 0) {
      int chosen = random.nextInt(bound);
      made.add(BigInteger.valueOf(chosen));
      return chosen;
    }
    return next(BigInteger.valueOf(bound)).intValue();
  }

  /**
   * Chooses a number; at random, more often one of the first or the last few than one between.
   *
   * @param bound how many there are to choose from, from 1
   * @return from 0 to bound - 1; 0 is the simplest
   */
  public BigInteger near(BigInteger bound) {
    if (bound.bitLength() <= 2 || !isRandom || made.size() < given.size()) {
      return next(bound);
    }
    BigInteger few = BigInteger.valueOf(random.nextInt(3));
    BigInteger chosen =
        switch (random.nextInt(6)) {
          case 0 -> few;
          case 1 -> bound.subtract(BigInteger.ONE).subtract(few);
          case 2, 3 -> uniform(bound.min(BigInteger.ONE.shiftLeft(2 + random.nextInt(9))));
          default -> uniform(bound);
        };
    made.add(chosen);
    return chosen;
  }

  /**
   * Chooses one of several.
   *
   * @param <T> what they are
   * @param from at least one, the simplest first
   */
  public <T> T pick(List<T> from) {
    return from.get(next(from.size()));
  }

  /**
   * Whether something rarer than its opposite happens.
   *
   * @param one it does in one of this many, from 2
   * @return false for the simpler case
   */
  public boolean isOneIn(int one) {
    return next(one) == one - 1;
  }

  /** A source of randomness for generators that are not ours; the choice is its seed. */
  public Random seeded() {
    return new Random(next(BigInteger.ONE.shiftLeft(32)).longValue());
  }

  /** Begins choices that belong together, so that they can be left out together. */
  public int begin() {
    return made.size();
  }

  /** Ends them. */
  public void end(int begun) {
    spans.add(new Span(begun, made.size()));
  }

  /** What was chosen so far. */
  public List<BigInteger> made() {
    return List.copyOf(made);
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private BigInteger uniform(BigInteger bound) {
    if (bound.bitLength() < Long.SIZE) {
      return BigInteger.valueOf(random.nextLong(bound.longValue()));
    }
    BigInteger chosen;
    do {
      chosen = BigInteger.ZERO;
      for (int bits = 0; bits < bound.bitLength(); bits += Integer.SIZE) {
        chosen = chosen.shiftLeft(Integer.SIZE).or(BigInteger.valueOf(random.nextLong(1L << 32)));
      }
      chosen = chosen.mod(BigInteger.ONE.shiftLeft(bound.bitLength()));
    } while (chosen.compareTo(bound) >= 0);
    return chosen;
  }

  /**
   * Choices that belong together.
   *
   * @param from the number of the first
   * @param to the number behind the last
   */
  record Span(int from, int to) {}
}
