package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Trait.Form;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers with a point: on a grid of decimal places, and what is odd among floating ones. */
record Decimal(Class<?> type, Memo<Grids> last, Memo<List<Object>> lastOdd) implements Kind {

  private static final int PLACES = 4;
  private static final int MOST_PLACES = 350;
  private static final Interval FAR = Interval.of(new BigDecimal("-1E12"), new BigDecimal("1E12"));

  /** The numbers of each count of places, from the fewest that have any. */
  record Grids(int fewest, List<Optional<Progression>> grids) {}

  static Decimal of(Class<?> type) {
    return new Decimal(type, new Memo<>(), new Memo<>());
  }

  private static Grids grids(Bounds bounds) {
    int fewest = fewestPlaces(bounds);
    int most = Math.max(fewest, Math.min(mostPlaces(bounds), fewest + PLACES));
    return new Grids(
        fewest,
        IntStream.rangeClosed(fewest, most)
            .mapToObj(places -> Optional.ofNullable(grid(bounds, places)))
            .toList());
  }

  private boolean isFloating() {
    return Numbers.isFloating(type);
  }

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    Object drawn = Tries.until(choices, from -> any(bounds, from), each -> isFine(each, bounds));
    if (drawn == null) {
      List<Object> odd = odd(bounds);
      if (odd.isEmpty()) {
        throw new NoValueException("found no " + text(bounds));
      }
      return choices.pick(odd);
    }
    return drawn;
  }

  private boolean isFine(Object value, Bounds bounds) {
    return holds(value, bounds) && !bounds.isExcepted(value);
  }

  private @Nullable Object any(Bounds bounds, Choices choices) {
    if (isFloating() && choices.isOneIn(4)) {
      List<Object> odd = odd(bounds);
      return odd.isEmpty() ? null : choices.pick(odd);
    }
    Grids known = last.of(bounds, Decimal::grids);
    int more = choices.next(known.grids.size());
    int places = known.fewest + more;
    Progression grid = known.grids.get(more).orElse(null);
    if (grid == null) {
      return null;
    }
    BigInteger unscaled = grid.at(grid.draw(BigInteger.ZERO, choices));
    return Numbers.as(type, new BigDecimal(unscaled, places));
  }

  private static int mostPlaces(Bounds bounds) {
    return bounds.traits().stream()
        .filter(each -> each.form() == Form.DECIMALS && each.isKept())
        .mapToInt(Trait::count)
        .min()
        .orElse(MOST_PLACES);
  }

  /** As many as the grid needs to have a number inside. */
  private static int fewestPlaces(Bounds bounds) {
    Trait refused = bounds.refused(Form.DECIMALS);
    int from = refused == null ? 0 : refused.count() + 1;
    int most = mostPlaces(bounds);
    int places = from;
    while (places < most && grid(bounds, places) == null) {
      places++;
    }
    return places;
  }

  private static @Nullable Progression grid(Bounds bounds, int places) {
    Interval all = bounds.limits().number();
    Interval near = all.and(FAR);
    Interval kept = near.isEmpty() ? all : near;
    boolean isWhole = bounds.limits().steps().stream().anyMatch(Limits.Step::isEqual);
    if (isWhole && places > 0) {
      return null;
    }
    Interval scaled =
        new Interval(
            scaled(kept.low(), places),
            kept.isLowInside(),
            scaled(kept.high(), places),
            kept.isHighInside());
    return Progression.of(scaled, bounds.limits().steps());
  }

  private static @Nullable BigDecimal scaled(@Nullable BigDecimal bound, int places) {
    return bound == null ? null : bound.scaleByPowerOfTen(places);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    if (!Types.isInstance(type, value)) {
      return false;
    }
    Interval interval = bounds.limits().number();
    BigDecimal number = Numbers.exact(value);
    if (number == null) {
      return isFree(bounds) && isBeyond(((Number) value).doubleValue(), interval);
    }
    boolean isNegativeZero =
        isFloating() && number.signum() == 0 && 1 / ((Number) value).doubleValue() < 0;
    if (isNegativeZero && interval.low() != null && interval.low().signum() >= 0) {
      return false;
    }
    return interval.contains(number)
        && isStep(number, bounds)
        && bounds.traits().stream().allMatch(each -> isKept(each, value));
  }

  private static boolean isFree(Bounds bounds) {
    return bounds.limits().steps().isEmpty() && bounds.traits().isEmpty();
  }

  private static boolean isBeyond(double number, Interval interval) {
    if (Double.isNaN(number)) {
      return interval.equals(Interval.ALL);
    }
    return (number > 0 ? interval.high() : interval.low()) == null;
  }

  private static boolean isStep(BigDecimal number, Bounds bounds) {
    return bounds.limits().steps().stream()
        .allMatch(
            each ->
                (number
                            .remainder(new BigDecimal(each.modulus()))
                            .compareTo(new BigDecimal(each.remainder()))
                        == 0)
                    == each.isEqual());
  }

  private static boolean isKept(Trait trait, Object value) {
    return trait.form() != Form.DECIMALS
        || Numbers.decimals(value) <= trait.count() == trait.isKept();
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    if (bounds.limits().number().isEmpty()) {
      return true;
    }
    Object simplest = any(bounds, Choices.of(List.of()));
    if (simplest != null && isFine(simplest, bounds)) {
      return false;
    }
    Object drawn =
        Tries.until(Choices.of(List.of()), from -> any(bounds, from), each -> isFine(each, bounds));
    return drawn == null && odd(bounds).isEmpty();
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    Stream<Object> candidates =
        isFloating()
            ? odd(bounds).stream()
            : Stream.concat(beside(bounds), Stream.of(BigDecimal.ZERO));
    candidates
        .filter(each -> isFine(each, bounds))
        .distinct()
        .forEach(
            each ->
                edges.add(new Change(": " + each, this, Bounds.of(Limits.only(List.of(each))))));
    return edges;
  }

  /** The bounds and just inside of them. */
  private static Stream<Object> beside(Bounds bounds) {
    BigDecimal low = bounds.limits().number().low();
    BigDecimal high = bounds.limits().number().high();
    List<Object> beside = new ArrayList<>();
    int places = mostPlaces(bounds);
    if (low != null) {
      beside.add(low);
      beside.add(low.add(BigDecimal.ONE.movePointLeft(Math.min(places, Math.max(0, low.scale())))));
      beside.add(
          low.add(BigDecimal.ONE.movePointLeft(Math.min(places, Math.max(0, low.scale()) + 2))));
    }
    if (high != null) {
      beside.add(
          high.subtract(
              BigDecimal.ONE.movePointLeft(Math.min(places, Math.max(0, high.scale()) + 2))));
      beside.add(
          high.subtract(BigDecimal.ONE.movePointLeft(Math.min(places, Math.max(0, high.scale())))));
      beside.add(high);
    }
    return beside.stream();
  }

  private List<Object> odd(Bounds bounds) {
    return lastOdd.of(bounds, this::findOdd);
  }

  private List<Object> findOdd(Bounds bounds) {
    if (!isFloating()) {
      return beside(bounds).filter(each -> isFine(each, bounds)).toList();
    }
    boolean isDouble = type == double.class || type == Double.class;
    List<Object> odd =
        new ArrayList<>(isDouble ? Floating.doubles(bounds) : Floating.floats(bounds));
    odd.removeIf(each -> !isFine(each, bounds));
    return odd;
  }
}
