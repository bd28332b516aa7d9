package dev.tenon.testkit.domain;

import dev.tenon.testkit.domain.Limits.Presence;
import dev.tenon.testkit.domain.Limits.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one constraint or clause demands of a value.
 *
 * @param origin who demands it, such as {@code @Min(10) on amount}
 * @param in what keeps it
 * @param out what surely breaks it
 * @param isSeen whether a validator that is given the whole sees it
 */
record Demand(String origin, Bounds in, List<Bounds> out, boolean isSeen) {

  static Demand of(String origin, Bounds in, Bounds... out) {
    return new Demand(origin, in.by(origin), List.of(out), true);
  }

  /** Breaks at each bound. */
  static Demand of(String origin, Bounds in) {
    return new Demand(origin, in.by(origin), opposites(in), true);
  }

  static Demand of(Limits limits) {
    return new Demand(
        String.join(" and ", limits.origins()),
        Bounds.of(limits),
        opposites(Bounds.of(limits)),
        true);
  }

  Demand and(Demand other) {
    List<Bounds> outs = new ArrayList<>(out);
    outs.addAll(other.out);
    return new Demand(origin, in.and(other.in), outs, isSeen);
  }

  Demand unseen() {
    return new Demand(origin, in, out, false);
  }

  private static List<Bounds> opposites(Bounds bounds) {
    List<Bounds> opposites = new ArrayList<>();
    Limits limits = bounds.limits();
    if (limits.presence() == Presence.PRESENT) {
      opposites.add(Bounds.of(Limits.absent()));
    }
    if (limits.presence() == Presence.ABSENT) {
      opposites.add(Bounds.PRESENT);
    }
    for (Interval each : beside(limits.number())) {
      opposites.add(Bounds.of(Limits.number(each)));
    }
    for (Interval each : beside(limits.size())) {
      if (each.high() == null || each.contains(BigDecimal.ZERO) || each.high().signum() > 0) {
        opposites.add(Bounds.of(Limits.size(each)));
      }
    }
    for (Step each : limits.steps()) {
      opposites.add(
          Bounds.of(Limits.step(new Step(each.modulus(), each.remainder(), !each.isEqual()))));
    }
    limits.matching().forEach(each -> opposites.add(Bounds.of(Limits.pattern(each, false))));
    limits.notMatching().forEach(each -> opposites.add(Bounds.of(Limits.pattern(each, true))));
    List<@Nullable Object> only = limits.only();
    if (only != null) {
      opposites.add(Bounds.of(Limits.except(only)));
    }
    if (!limits.except().isEmpty()) {
      opposites.add(Bounds.of(Limits.only(limits.except())));
    }
    bounds.traits().forEach(each -> opposites.add(Bounds.of(each.not())));
    return opposites;
  }

  private static List<Interval> beside(Interval interval) {
    List<Interval> beside = new ArrayList<>();
    if (interval.low() != null) {
      beside.add(new Interval(null, true, interval.low(), !interval.isLowInside()));
    }
    if (interval.high() != null) {
      beside.add(new Interval(interval.high(), !interval.isHighInside(), null, true));
    }
    return beside;
  }
}
