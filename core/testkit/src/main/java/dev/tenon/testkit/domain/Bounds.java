package dev.tenon.testkit.domain;

import dev.tenon.testkit.domain.Limits.Presence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Limits, and what no limit can say. */
record Bounds(Limits limits, List<Trait> traits) {

  private static final int LONGEST_SHOWN = 24;

  static final Bounds NONE = new Bounds(Limits.NONE, List.of());
  static final Bounds PRESENT = of(Limits.present());

  static Bounds of(Limits limits) {
    return new Bounds(limits, List.of());
  }

  static Bounds of(Trait... traits) {
    return new Bounds(Limits.NONE, Arrays.asList(traits));
  }

  static Bounds above(BigDecimal bound, boolean isInside) {
    return of(Limits.number(new Interval(bound, isInside, null, true)));
  }

  static Bounds below(BigDecimal bound, boolean isInside) {
    return of(Limits.number(new Interval(null, true, bound, isInside)));
  }

  static Bounds sizes(@Nullable Integer low, @Nullable Integer high) {
    return of(
        Limits.size(
            Interval.of(
                low == null ? null : BigDecimal.valueOf(low),
                high == null ? null : BigDecimal.valueOf(high))));
  }

  Bounds and(Bounds other) {
    return new Bounds(
        limits.and(other.limits),
        Stream.concat(traits.stream(), other.traits.stream())
            .distinct()
            .sorted(Comparator.comparing(Trait::toString))
            .toList());
  }

  Bounds by(String origin) {
    return new Bounds(limits.by(origin), traits);
  }

  /** The same without the kinds of limits that another has. */
  Bounds without(Bounds other) {
    Limits o = other.limits;
    boolean isAbsent = o.presence() == Presence.ABSENT;
    boolean isOfText = !o.matching().isEmpty() || !o.notMatching().isEmpty();
    boolean isForm = !other.traits.isEmpty();
    return new Bounds(
        new Limits(
            isAbsent ? Presence.ANY : limits.presence(),
            o.number().equals(Interval.ALL) ? limits.number() : Interval.ALL,
            o.steps().isEmpty() ? limits.steps() : List.of(),
            o.size().equals(Interval.ALL) ? limits.size() : Interval.ALL,
            isOfText || isForm ? List.of() : limits.matching(),
            isOfText || isForm ? List.of() : limits.notMatching(),
            o.only() == null ? limits.only() : null,
            o.except().isEmpty() && o.only() == null ? limits.except() : List.of(),
            limits.origins()),
        isForm || isOfText ? List.of() : traits);
  }

  /** The same with numbers as a type has them where they are said one by one. */
  Bounds ofType(Class<?> type) {
    List<@Nullable Object> only = limits.only();
    if (only == null || only.stream().noneMatch(each -> each instanceof Number)) {
      return this;
    }
    List<@Nullable Object> typed = new ArrayList<>();
    only.forEach(each -> typed.add(ofType(type, each)));
    return new Bounds(
        new Limits(
            limits.presence(),
            limits.number(),
            limits.steps(),
            limits.size(),
            limits.matching(),
            limits.notMatching(),
            typed,
            limits.except(),
            limits.origins()),
        traits);
  }

  private static @Nullable Object ofType(Class<?> type, @Nullable Object value) {
    BigDecimal number = Numbers.exact(value);
    Object typed = number == null ? null : Numbers.as(type, number);
    return typed != null && value != null && !Types.isInstance(type, value) && isSame(typed, value)
        ? typed
        : value;
  }

  boolean isOnlyNull() {
    return limits.presence() == Presence.ABSENT;
  }

  boolean has(Trait.Form form) {
    return kept(form) != null;
  }

  @Nullable Trait kept(Trait.Form form) {
    return find(form, true);
  }

  @Nullable Trait refused(Trait.Form form) {
    return find(form, false);
  }

  private @Nullable Trait find(Trait.Form form, boolean isKept) {
    for (Trait each : traits) {
      if (each.form() == form && each.isKept() == isKept) {
        return each;
      }
    }
    return null;
  }

  /** The smallest size, from 0. */
  int smallest() {
    if (limits.size().low() == null) {
      return 0;
    }
    BigDecimal low = limits.size().whole().low();
    return low == null ? 0 : Math.max(0, low.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
  }

  /** The largest size; the largest integer for no bound. */
  int largest() {
    if (limits.size().high() == null) {
      return Integer.MAX_VALUE;
    }
    BigDecimal high = limits.size().whole().high();
    return high == null
        ? Integer.MAX_VALUE
        : high.min(BigDecimal.valueOf(Integer.MAX_VALUE)).max(BigDecimal.valueOf(-1)).intValue();
  }

  boolean isSize(int size) {
    return limits.size().equals(Interval.ALL) || limits.size().contains(BigDecimal.valueOf(size));
  }

  boolean isStep(BigInteger number) {
    return limits.steps().isEmpty() || limits.steps().stream().allMatch(each -> each.holds(number));
  }

  boolean isExcepted(@Nullable Object value) {
    return !limits.except().isEmpty()
        && limits.except().stream().anyMatch(each -> isSame(each, value));
  }

  boolean isAmong(@Nullable Object value) {
    List<@Nullable Object> only = limits.only();
    return only == null || only.stream().anyMatch(each -> isSame(each, value));
  }

  static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number && other instanceof Number && one.getClass() != other.getClass()) {
      BigDecimal number = Numbers.exact(one);
      BigDecimal second = Numbers.exact(other);
      return number != null && second != null && number.compareTo(second) == 0;
    }
    return Objects.deepEquals(one, other);
  }

  /** What it demands. */
  String text() {
    List<String> said = new ArrayList<>();
    if (isOnlyNull()) {
      return "null";
    }
    interval("", limits.number(), said);
    interval("size ", limits.size(), said);
    limits
        .steps()
        .forEach(
            each ->
                said.add(
                    "% " + each.modulus() + (each.isEqual() ? " == " : " != ") + each.remainder()));
    limits.matching().forEach(each -> said.add("matching " + each));
    limits.notMatching().forEach(each -> said.add("not matching " + each));
    traits.forEach(each -> said.add(each.toString()));
    if (limits.only() != null) {
      said.add("one of " + limits.only());
    }
    if (!limits.except().isEmpty()) {
      said.add("none of " + limits.except());
    }
    return said.stream().collect(Collectors.joining(" and "));
  }

  private static String shown(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.length() > LONGEST_SHOWN ? number.toString() : plain;
  }

  private static void interval(String what, Interval interval, List<String> said) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    if (low != null && high != null && low.compareTo(high) == 0) {
      said.add(what + shown(low));
    } else if (low != null && high != null && interval.isLowInside() && interval.isHighInside()) {
      said.add(what + "from " + shown(low) + " to " + shown(high));
    } else {
      if (low != null) {
        said.add(what + (interval.isLowInside() ? ">= " : "> ") + shown(low));
      }
      if (high != null) {
        said.add(what + (interval.isHighInside() ? "<= " : "< ") + shown(high));
      }
    }
  }
}
