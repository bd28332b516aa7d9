package dev.tenon.internal.constraint;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

/** Now, as times are compared with it: moved by the tolerance, away from what is asked. */
record Moment(Supplier<Clock> clocks, Duration moved, boolean past, boolean orPresent) {

  private static final MethodType CLOCK = MethodType.methodType(Clock.class);

  static Moment of(Dialect dialect, boolean past, boolean orPresent) {
    Duration tolerance = dialect.tolerance().abs();
    return new Moment(dialect.clock(), past ? tolerance : tolerance.negated(), past, orPresent);
  }

  /**
   * A test that throws on null.
   *
   * @param type {@link Date}, {@link Calendar} or a comparable type that has {@code now(Clock)}
   */
  MethodHandle test(Class<?> type) {
    if (type == Date.class) {
      return Linking.test(this, Moment.class, "holds", Date.class);
    }
    if (type == Calendar.class) {
      return Linking.test(this, Moment.class, "holds", Calendar.class);
    }
    MethodHandle clock = Linking.method(Moment.class, "clock", CLOCK).bindTo(this);
    MethodHandle now =
        MethodHandles.filterReturnValue(
            clock, Linking.function(type, "now", MethodType.methodType(type, Clock.class)));
    MethodHandle compare =
        Linking.method(
                Comparable.class, "compareTo", MethodType.methodType(int.class, Object.class))
            .asType(MethodType.methodType(int.class, type, type));
    return MethodHandles.filterReturnValue(
        MethodHandles.collectArguments(compare, 1, now),
        Linking.test(this, Moment.class, "admits", int.class));
  }

  @SuppressWarnings("JavaUtilDate") // the validator takes it
  boolean holds(Date value) {
    return admits(Instant.ofEpochMilli(value.getTime()).compareTo(clock().instant()));
  }

  boolean holds(Calendar value) {
    return admits(value.toInstant().compareTo(clock().instant()));
  }

  Clock clock() {
    return Clock.offset(clocks.get(), moved);
  }

  boolean admits(int order) {
    return past ? order < 0 || (orPresent && order == 0) : order > 0 || (orPresent && order == 0);
  }
}
