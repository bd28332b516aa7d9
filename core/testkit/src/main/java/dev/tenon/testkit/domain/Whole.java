package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Trait.Form;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are counted: all are made by construction. */
record Whole(Scale scale, Memo<Optional<Progression>> last) implements Kind {

  private static final int FEW = 1_000;
  private static final int WALK = 10_000;

  @Override
  public Class<?> type() {
    return scale.type();
  }

  static Whole of(Scale scale) {
    return new Whole(scale, new Memo<>());
  }

  private @Nullable Progression progression(Bounds bounds) {
    return last.of(bounds, its -> Optional.ofNullable(found(its))).orElse(null);
  }

  private @Nullable Progression found(Bounds bounds) {
    if (bounds.refused(Form.DECIMALS) != null) {
      return null;
    }
    Interval all = Interval.of(decimal(scale.low()), decimal(scale.high()));
    return Progression.of(all.and(bounds.limits().number()), bounds.limits().steps());
  }

  private static @Nullable BigDecimal decimal(@Nullable BigInteger bound) {
    return bound == null ? null : new BigDecimal(bound);
  }

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    Progression numbers = progression(bounds);
    if (numbers == null) {
      throw new NoValueException("there is no " + text(bounds));
    }
    BigInteger drawn = numbers.draw(scale.simplest(), choices);
    if (bounds.limits().steps().isEmpty() && bounds.limits().except().isEmpty()) {
      return scale.at().apply(numbers.at(drawn), choices);
    }
    for (int i = 0; i < WALK; i++) {
      BigInteger by = BigInteger.valueOf(i);
      for (BigInteger each : List.of(drawn.add(by), drawn.subtract(by))) {
        if (numbers.isIndex(each)) {
          Object value = scale.at().apply(numbers.at(each), choices);
          if (bounds.isStep(numbers.at(each)) && !bounds.isExcepted(value)) {
            return value;
          }
        }
      }
    }
    throw new NoValueException("found no " + text(bounds) + " among " + WALK);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    if (!Types.isInstance(type(), value)) {
      return false;
    }
    BigInteger number = scale.position().apply(value);
    return bounds.limits().number().contains(new BigDecimal(number))
        && bounds.isStep(number)
        && bounds.refused(Form.DECIMALS) == null;
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    if (progression(bounds) == null) {
      return true;
    }
    List<Object> all = all(bounds, FEW);
    return all != null && all.isEmpty();
  }

  @Override
  public @Nullable List<Object> all(Bounds bounds, int most) {
    Progression numbers = progression(bounds);
    if (numbers == null) {
      return List.of();
    }
    if (numbers.count().compareTo(BigInteger.valueOf(most)) > 0) {
      return null;
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < numbers.count().intValue(); i++) {
      BigInteger number = numbers.at(BigInteger.valueOf(i));
      Object value = scale.at().apply(number, Choices.of(List.of()));
      if (bounds.isStep(number) && !bounds.isExcepted(value)) {
        all.add(value);
      }
    }
    return all;
  }

  /** Numbers as they are, all else as the values that they count. */
  @Override
  public String said(Bounds bounds) {
    Progression numbers = bounds.isOnlyNull() ? null : progression(bounds);
    boolean isNumber = Number.class.isAssignableFrom(Types.boxed(type()));
    if (isNumber || numbers == null || bounds.limits().number().equals(Interval.ALL)) {
      return bounds.text();
    }
    return "from " + shown(numbers.first()) + " to " + shown(numbers.last());
  }

  private String shown(BigInteger number) {
    return scale.at().apply(number, Choices.of(List.of())).toString();
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    Progression numbers = progression(bounds);
    if (numbers == null) {
      return List.of();
    }
    Set<BigInteger> edges = new LinkedHashSet<>();
    if (scale.low() != null || bounds.limits().number().low() != null) {
      edges.add(numbers.first());
      edges.add(numbers.first().add(numbers.modulus()));
    }
    if (scale.high() != null || bounds.limits().number().high() != null) {
      edges.add(numbers.last().subtract(numbers.modulus()));
      edges.add(numbers.last());
    }
    edges.add(scale.simplest());
    List<Change> changes = new ArrayList<>();
    for (BigInteger each : edges) {
      BigDecimal number = new BigDecimal(each);
      String shown =
          scale
              .at()
              .apply(each.max(numbers.first()).min(numbers.last()), Choices.of(List.of()))
              .toString();
      changes.add(
          new Change(
              ": " + (type() == BigInteger.class ? each.toString() : shown),
              this,
              Bounds.of(Limits.number(Interval.of(number, number)))));
    }
    return changes;
  }
}
