package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Optionals: empty where their content is null, as validators see them.
 *
 * @param type one of the four
 * @param content what is in it, or null
 */
record Held(Class<?> type, Domain content) implements Kind {

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    Domain kept = content(bounds);
    boolean mayBeEmpty = kept.holds(null);
    boolean isTerse = kept instanceof Values values && values.isTerse();
    if (mayBeEmpty && (isTerse || choices.next(3) == 0)) {
      return packed(null);
    }
    return packed(kept.limits().presence() == Limits.Presence.ABSENT ? null : full(kept, choices));
  }

  private static @Nullable Object full(Domain kept, Choices choices) {
    return kept instanceof Values values && values.limits().only() == null
        ? values.drawPresent(choices)
        : kept.draw(choices);
  }

  /** Numbers and remainders are those of the content, a size is 0 or 1. */
  private Domain content(Bounds bounds) {
    Limits limits = bounds.limits();
    Domain kept = content;
    if (!limits.number().equals(Interval.ALL) || !limits.steps().isEmpty()) {
      kept = kept.narrow(Limits.number(limits.number()));
      for (Limits.Step each : limits.steps()) {
        kept = kept.narrow(Limits.step(each));
      }
    }
    if (!bounds.isSize(0)) {
      kept = kept.narrow(Limits.present());
    } else if (!bounds.isSize(1)) {
      kept = kept.narrow(Limits.absent());
    }
    return kept;
  }

  private Object packed(@Nullable Object value) {
    if (type == OptionalInt.class) {
      return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
    }
    if (type == OptionalLong.class) {
      return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
    }
    if (type == OptionalDouble.class) {
      return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
    }
    return Optional.ofNullable(value);
  }

  static @Nullable Object unpacked(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    return ((Optional<?>) value).orElse(null);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return type.isInstance(value) && !isEmpty(bounds) && content(bounds).holds(unpacked(value));
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    if (!bounds.limits().size().contains(BigDecimal.ZERO)
        && !bounds.limits().size().contains(BigDecimal.ONE)) {
      return true;
    }
    return known(bounds) == null;
  }

  private @Nullable Domain known(Bounds bounds) {
    try {
      return content(bounds);
    } catch (EmptyDomainException e) {
      return null;
    }
  }

  @Override
  public Domain element() {
    return content;
  }

  @Override
  public Kind withElement(Domain element) {
    return new Held(type, element);
  }

  @Override
  public List<String> opaque() {
    return content.opaque();
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    return changes(content(bounds).edges());
  }

  @Override
  public List<Change> outside() {
    return changes(content.outside());
  }

  private List<Change> changes(List<Variant> variants) {
    return variants.stream()
        .map(each -> new Change(each.what(), withElement(each.domain()), Bounds.NONE))
        .toList();
  }

  @Override
  public String text(Bounds bounds) {
    return Kind.super.text(bounds) + " of (" + content.text() + ")";
  }
}
