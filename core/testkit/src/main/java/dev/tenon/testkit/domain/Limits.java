package dev.tenon.testkit.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of one value, intersected in whatever order: which limits apply depends on its
 * type.
 *
 * <p>Immutable.
 *
 * @param presence whether it is null
 * @param number the numbers, for whatever is compared as a number
 * @param steps remainders that the number has
 * @param size the lengths of texts, the sizes of collections, maps and arrays
 * @param matching patterns that the whole text matches
 * @param notMatching patterns that the whole text does not match
 * @param only the values that it may be, by {@code equals}; null for all
 * @param except the values that it may not be, by {@code equals}
 * @param origins who demands something, such as {@code @Positive amount}
 */
public record Limits(
    Presence presence,
    Interval number,
    List<Step> steps,
    Interval size,
    List<Pattern> matching,
    List<Pattern> notMatching,
    @Nullable List<@Nullable Object> only,
    List<@Nullable Object> except,
    List<String> origins) {

  /** Nothing demanded. */
  public static final Limits NONE =
      new Limits(
          Presence.ANY,
          Interval.ALL,
          List.of(),
          Interval.ALL,
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of());

  /** Whether something is null. */
  public enum Presence {
    /** It may be null. */
    ANY,
    /** It is not null. */
    PRESENT,
    /** It is null. */
    ABSENT,
    /** It cannot be: one demands null and another not. */
    IMPOSSIBLE;

    Presence and(Presence other) {
      return this == other || other == ANY ? this : this == ANY ? other : IMPOSSIBLE;
    }
  }

  /**
   * A remainder, as {@code %} gives it.
   *
   * @param modulus from 1
   * @param remainder the remainder that the number has, or has not
   * @param isEqual whether it has it
   */
  public record Step(BigInteger modulus, BigInteger remainder, boolean isEqual) {

    /** Whether a whole number keeps it. */
    public boolean holds(BigInteger number) {
      return number.remainder(modulus).equals(remainder) == isEqual;
    }
  }

  /** Not null. */
  public static Limits present() {
    return NONE.with(Presence.PRESENT);
  }

  /** Null. */
  public static Limits absent() {
    return NONE.with(Presence.ABSENT);
  }

  /** Numbers of an interval; says nothing of null. */
  public static Limits number(Interval number) {
    return of(number, List.of(), Interval.ALL);
  }

  /** Sizes of an interval; says nothing of null. */
  public static Limits size(Interval size) {
    return of(Interval.ALL, List.of(), size);
  }

  /** A remainder. */
  public static Limits step(Step step) {
    return of(Interval.ALL, List.of(step), Interval.ALL);
  }

  private static Limits of(Interval number, List<Step> steps, Interval size) {
    return new Limits(
        Presence.ANY, number, steps, size, List.of(), List.of(), null, List.of(), List.of());
  }

  /** Whole texts that match a pattern, or do not. */
  public static Limits pattern(Pattern pattern, boolean isMatching) {
    List<Pattern> one = List.of(pattern);
    return isMatching ? of(one, List.of(), null, List.of()) : of(List.of(), one, null, List.of());
  }

  /** One of these, by {@code equals}; null may be among them. */
  public static Limits only(List<? extends @Nullable Object> values) {
    return of(List.of(), List.of(), new ArrayList<>(values), List.of());
  }

  /** None of these, by {@code equals}. */
  public static Limits except(List<? extends @Nullable Object> values) {
    return of(List.of(), List.of(), null, new ArrayList<>(values));
  }

  private static Limits of(
      List<Pattern> matching,
      List<Pattern> notMatching,
      @Nullable List<@Nullable Object> only,
      List<@Nullable Object> except) {
    return new Limits(
        Presence.ANY,
        Interval.ALL,
        List.of(),
        Interval.ALL,
        matching,
        notMatching,
        only,
        except,
        List.of());
  }

  /** The same, demanded by somebody. */
  public Limits by(String origin) {
    return new Limits(
        presence, number, steps, size, matching, notMatching, only, except, List.of(origin));
  }

  private Limits with(Presence other) {
    return new Limits(other, number, steps, size, matching, notMatching, only, except, origins);
  }

  /** Both. */
  public Limits and(Limits other) {
    return new Limits(
        presence.and(other.presence),
        number.and(other.number),
        both(steps, other.steps),
        size.and(other.size),
        both(matching, other.matching),
        both(notMatching, other.notMatching),
        common(only, other.only),
        both(except, other.except),
        both(origins, other.origins));
  }

  private static <T extends @Nullable Object> List<T> both(List<T> one, List<T> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<T> both = new ArrayList<>(one);
    for (T each : other) {
      if (!both.contains(each)) {
        both.add(each);
      }
    }
    return both;
  }

  private static @Nullable List<@Nullable Object> common(
      @Nullable List<@Nullable Object> one, @Nullable List<@Nullable Object> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.stream().filter(each -> isAmong(other, each)).toList();
  }

  private static boolean isAmong(List<@Nullable Object> values, @Nullable Object value) {
    return values.stream().anyMatch(each -> Objects.deepEquals(each, value));
  }
}
