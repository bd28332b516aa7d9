package dev.tenon.testkit.domain;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
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
import java.util.Calendar;
import java.util.Date;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.NullUnmarked;

/** Each constraint of moments on each type of them. */
@NullUnmarked
interface TimeCases {

  void past(
      @Past Instant itsInstant,
      @Past LocalDate itsLocalDate,
      @Past LocalTime itsLocalTime,
      @Past LocalDateTime itsLocalDateTime,
      @Past ZonedDateTime itsZonedDateTime,
      @Past OffsetDateTime itsOffsetDateTime,
      @Past OffsetTime itsOffsetTime,
      @Past Year itsYear,
      @Past YearMonth itsYearMonth,
      @Past MonthDay itsMonthDay,
      @Past Date itsDate,
      @Past Calendar itsCalendar);

  void pastOrPresent(
      @PastOrPresent Instant itsInstant,
      @PastOrPresent LocalDate itsLocalDate,
      @PastOrPresent LocalTime itsLocalTime,
      @PastOrPresent LocalDateTime itsLocalDateTime,
      @PastOrPresent ZonedDateTime itsZonedDateTime,
      @PastOrPresent OffsetDateTime itsOffsetDateTime,
      @PastOrPresent OffsetTime itsOffsetTime,
      @PastOrPresent Year itsYear,
      @PastOrPresent YearMonth itsYearMonth,
      @PastOrPresent MonthDay itsMonthDay,
      @PastOrPresent Date itsDate,
      @PastOrPresent Calendar itsCalendar);

  void future(
      @Future Instant itsInstant,
      @Future LocalDate itsLocalDate,
      @Future LocalTime itsLocalTime,
      @Future LocalDateTime itsLocalDateTime,
      @Future ZonedDateTime itsZonedDateTime,
      @Future OffsetDateTime itsOffsetDateTime,
      @Future OffsetTime itsOffsetTime,
      @Future Year itsYear,
      @Future YearMonth itsYearMonth,
      @Future MonthDay itsMonthDay,
      @Future Date itsDate,
      @Future Calendar itsCalendar);

  void futureOrPresent(
      @FutureOrPresent Instant itsInstant,
      @FutureOrPresent LocalDate itsLocalDate,
      @FutureOrPresent LocalTime itsLocalTime,
      @FutureOrPresent LocalDateTime itsLocalDateTime,
      @FutureOrPresent ZonedDateTime itsZonedDateTime,
      @FutureOrPresent OffsetDateTime itsOffsetDateTime,
      @FutureOrPresent OffsetTime itsOffsetTime,
      @FutureOrPresent Year itsYear,
      @FutureOrPresent YearMonth itsYearMonth,
      @FutureOrPresent MonthDay itsMonthDay,
      @FutureOrPresent Date itsDate,
      @FutureOrPresent Calendar itsCalendar);

  void durationMin(@DurationMin(seconds = 5) Duration itsDuration);

  void durationMax(@DurationMax(days = 1, inclusive = false) Duration itsDuration);
}
