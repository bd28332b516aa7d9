package dev.tenon.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The numbers, or sizes, between two bounds.
 *
 * <p>Immutable.
 *
 * @param lowest the bound below; null for none
 * @param withLowest whether that bound itself is among them
 * @param highest the bound above; null for none
 * @param withHighest whether that bound itself is among them
 */
public record Bounds(
    @Nullable BigDecimal lowest,
    boolean withLowest,
    @Nullable BigDecimal highest,
    boolean withHighest) {

  private static final int LONGEST = 1_000;

  /** All numbers. */
  static final Bounds NONE = new Bounds(null, true, null, true);

  /**
   * What one built-in constraint leaves of the value as a number.
   *
   * @param constraint any constraint
   * @return null when it says nothing of numbers, or is malformed
   */
  public static @Nullable Bounds ofNumber(Constraint constraint) {
    return switch (constraint.builtIn()) {
      case "Min", "DecimalMin" -> from(bound(constraint), isInclusive(constraint));
      case "Max", "DecimalMax" -> to(bound(constraint), isInclusive(constraint));
      case "Positive" -> from(BigDecimal.ZERO, false);
      case "PositiveOrZero" -> from(BigDecimal.ZERO, true);
      case "Negative" -> to(BigDecimal.ZERO, false);
      case "NegativeOrZero" -> to(BigDecimal.ZERO, true);
      default -> null;
    };
  }

  /**
   * What one built-in constraint leaves of the size of the value.
   *
   * @param constraint any constraint
   * @return null when it says nothing of sizes, or is malformed
   */
  public static @Nullable Bounds ofSize(Constraint constraint) {
    return switch (constraint.builtIn()) {
      case "Size" -> {
        BigDecimal min = number(constraint.given("min"), BigDecimal.ZERO);
        BigDecimal max = number(constraint.given("max"), BigDecimal.valueOf(Integer.MAX_VALUE));
        yield min == null || max == null ? null : new Bounds(min, true, max, true);
      }
      case "NotEmpty", "NotBlank" -> from(BigDecimal.ONE, true);
      default -> null;
    };
  }

  /**
   * Whether no number is in both.
   *
   * @param other other bounds
   * @return true if the two are apart
   */
  public boolean excludes(Bounds other) {
    return isBelow(other) || other.isBelow(this);
  }

  private boolean isBelow(Bounds other) {
    if (highest == null || other.lowest == null) {
      return false;
    }
    int order = highest.compareTo(other.lowest);
    return order < 0 || (order == 0 && !(withHighest && other.withLowest));
  }

  /** Whether all numbers of the other are among these. */
  boolean contains(Bounds other) {
    return reachesDownTo(other) && reachesUpTo(other);
  }

  private boolean reachesDownTo(Bounds other) {
    if (lowest == null || other.lowest == null) {
      return lowest == null;
    }
    int order = lowest.compareTo(other.lowest);
    return order < 0 || (order == 0 && (withLowest || !other.withLowest));
  }

  private boolean reachesUpTo(Bounds other) {
    if (highest == null || other.highest == null) {
      return highest == null;
    }
    int order = highest.compareTo(other.highest);
    return order > 0 || (order == 0 && (withHighest || !other.withHighest));
  }

  /** The numbers that are in both. */
  Bounds and(Bounds other) {
    Bounds low = reachesDownTo(other) ? other : this;
    Bounds high = reachesUpTo(other) ? other : this;
    return new Bounds(low.lowest, low.withLowest, high.highest, high.withHighest);
  }

  /** The same whole numbers, the bounds among them. */
  Bounds ofWhole() {
    BigDecimal low = lowest == null ? null : lowest.setScale(0, RoundingMode.CEILING);
    BigDecimal high = highest == null ? null : highest.setScale(0, RoundingMode.FLOOR);
    if (low != null && !withLowest && low.compareTo(lowest) == 0) {
      low = low.add(BigDecimal.ONE);
    }
    if (high != null && !withHighest && high.compareTo(highest) == 0) {
      high = high.subtract(BigDecimal.ONE);
    }
    return new Bounds(low, true, high, true);
  }

  private static @Nullable Bounds from(@Nullable BigDecimal bound, boolean inclusive) {
    return bound == null ? null : new Bounds(bound, inclusive, null, true);
  }

  private static @Nullable Bounds to(@Nullable BigDecimal bound, boolean inclusive) {
    return bound == null ? null : new Bounds(null, true, bound, inclusive);
  }

  private static @Nullable BigDecimal bound(Constraint constraint) {
    return number(constraint.given("value"), null);
  }

  private static @Nullable BigDecimal number(
      Constraint.@Nullable Value value, @Nullable BigDecimal byDefault) {
    String text =
        value instanceof Constraint.Plain plain
            ? plain.text()
            : value instanceof Constraint.Text words ? words.text() : "";
    try {
      BigDecimal number = text.isEmpty() ? byDefault : new BigDecimal(text);
      // A few digits can stand for a number that fills the memory.
      return number == null || Math.abs(number.scale()) > LONGEST ? null : number;
    } catch (NumberFormatException malformed) {
      return null;
    }
  }

  private static boolean isInclusive(Constraint constraint) {
    return !new Constraint.Plain("false").equals(constraint.given("inclusive"));
  }
}
