package dev.tenon.testkit.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetTime;
import org.jspecify.annotations.Nullable;

/**
 * What is past and what is to come, with a margin for the time that passes until a value is used.
 *
 * @param clock what says when now is
 */
record Moments(Clock clock) {

  private static final Duration MARGIN = Duration.ofHours(1);
  private static final Duration SMALL_MARGIN = Duration.ofMinutes(2);

  @Nullable Demand demand(String constraint, Class<?> type, String origin) {
    Times times = Times.of(type, clock.getZone());
    if (times == null) {
      return null;
    }
    boolean isOfDay = type == LocalTime.class || type == OffsetTime.class;
    Duration margin = isOfDay ? SMALL_MARGIN : MARGIN;
    Instant now = clock.instant();
    BigDecimal early = position(times, now.minus(margin));
    BigDecimal late = position(times, now.plus(margin));
    boolean isWrapped = isOfDay && early.compareTo(late) > 0;
    BigDecimal before = isWrapped ? late : early;
    BigDecimal after = isWrapped ? early : late;
    return switch (constraint) {
      case "Past" -> Demand.of(origin, Bounds.below(before, false), Bounds.above(after, true));
      case "PastOrPresent" ->
          Demand.of(origin, Bounds.below(before, true), Bounds.above(after, false));
      case "Future" -> Demand.of(origin, Bounds.above(after, false), Bounds.below(before, true));
      default -> Demand.of(origin, Bounds.above(after, true), Bounds.below(before, false));
    };
  }

  private BigDecimal position(Times times, Instant instant) {
    Object value = times.at().apply(instant, clock.getZone());
    return new BigDecimal(times.scale().position().apply(value));
  }
}
