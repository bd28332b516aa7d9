package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.chrono.HijrahDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The types that the validators of one constraint take, as the reference implementation has them.
 */
enum Placement {
  TRUTH("a boolean", Boolean.class),
  TEXT("a CharSequence", CharSequence.class),
  DURATION("a java.time.Duration", Duration.class),
  NUMBER(
      "a number or CharSequence",
      BigDecimal.class,
      BigInteger.class,
      Byte.class,
      Double.class,
      Float.class,
      Integer.class,
      Long.class,
      Number.class,
      Short.class,
      CharSequence.class),
  DIGITS("a number or CharSequence", Number.class, CharSequence.class),
  COUNTED(
      "a CharSequence, Collection, Map or array",
      CharSequence.class,
      Collection.class,
      Map.class,
      Object[].class,
      boolean[].class,
      byte[].class,
      char[].class,
      double[].class,
      float[].class,
      int[].class,
      long[].class,
      short[].class),
  TIME(
      "a date or time",
      Calendar.class,
      Date.class,
      HijrahDate.class,
      Instant.class,
      JapaneseDate.class,
      LocalDate.class,
      LocalDateTime.class,
      LocalTime.class,
      MinguoDate.class,
      MonthDay.class,
      OffsetDateTime.class,
      OffsetTime.class,
      ThaiBuddhistDate.class,
      Year.class,
      YearMonth.class,
      ZonedDateTime.class);

  private final String where;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Class<?>> types;

  Placement(String where, Class<?>... types) {
    this.where = where;
    this.types = List.of(types);
  }

  /**
   * The type whose validator a value gets.
   *
   * @param type the type that the validator sees: no primitive
   * @param declared the type as written, for what is said
   * @throws MisplacedException if there is none, or more than one
   */
  Class<?> resolve(String constraint, Class<?> type, Class<?> declared) throws MisplacedException {
    List<Class<?>> taking = new ArrayList<>();
    for (Class<?> each : types) {
      if (each.isAssignableFrom(type)) {
        taking.add(each);
      }
    }
    taking.removeIf(
        wider -> taking.stream().anyMatch(each -> each != wider && wider.isAssignableFrom(each)));
    if (taking.isEmpty()) {
      throw new MisplacedException(
          "HV000030: @"
              + constraint
              + " cannot be on "
              + declared.getTypeName()
              + ": put it on "
              + where);
    }
    if (taking.size() > 1) {
      throw new MisplacedException(
          "HV000031: @"
              + constraint
              + " cannot be on "
              + declared.getTypeName()
              + ", which is each of "
              + taking.stream().map(Class::getTypeName).collect(Collectors.joining(", "))
              + ": put it on a type that is one of them");
    }
    return taking.get(0);
  }
}
