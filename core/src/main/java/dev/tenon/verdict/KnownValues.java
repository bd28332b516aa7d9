package dev.tenon.verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values whose text is known to be quick, stable and free of secrets: primitives, enums, and
 * immutable types of the JDK. By exact class, since some of these types can be extended.
 */
final class KnownValues {

  /** The digits of a number are computed in quadratic time: this many take microseconds. */
  private static final int MOST_BITS = 2_048;

  private static final Set<Class<?>> TYPES =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          URI.class,
          UUID.class,
          Locale.class,
          Currency.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          MonthDay.class,
          OffsetDateTime.class,
          OffsetTime.class,
          Period.class,
          Year.class,
          YearMonth.class,
          ZoneOffset.class,
          ZoneId.of("Europe/London").getClass(),
          ZonedDateTime.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);

  private KnownValues() {}

  /** The text of such a value; null when it is none. */
  static @Nullable String text(Object value, Rendering rendering, Allowance allowance) {
    if (TYPES.contains(value.getClass())) {
      return value.toString();
    }
    if (value instanceof Character character) {
      return Line.quoted(character.toString(), '\'', 6);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Class<?> type) {
      return TypeName.of(type);
    }
    if (value instanceof Optional<?> optional) {
      return optional(optional, rendering, allowance);
    }
    return number(value);
  }

  private static @Nullable String number(Object value) {
    if (value.getClass() == BigInteger.class) {
      return digits(value, ((BigInteger) value).bitLength());
    }
    if (value.getClass() == BigDecimal.class) {
      return digits(value, ((BigDecimal) value).unscaledValue().bitLength());
    }
    return null;
  }

  private static String digits(Object number, int bits) {
    return bits <= MOST_BITS
        ? number.toString()
        : number.getClass().getName() + " (" + bits + " bits)";
  }

  private static @Nullable String optional(
      Optional<?> optional, Rendering rendering, Allowance allowance) {
    if (optional.isEmpty()) {
      return "Optional.empty";
    }
    String content = allowance.enter() ? rendering.shown(optional.get(), allowance) : null;
    allowance.leave();
    return content == null ? null : "Optional[" + content + "]";
  }
}
