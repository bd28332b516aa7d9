package dev.tenon.testkit.domain;

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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How moments and lengths of time are counted, between the years 1 and 9999.
 *
 * @param scale how
 * @param at what a moment is in this type
 */
record Times(Scale scale, BiFunction<Instant, ZoneId, Object> at) {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Instant START = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant END = LAST.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
  private static final int LEAP = 2000;
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          ZoneOffset.ofHoursMinutes(5, 30),
          ZoneOffset.ofHours(-11),
          ZoneOffset.ofHours(14));

  /** That of a type; null for one that is no moment. */
  static @Nullable Times of(Class<?> type, ZoneId zone) {
    if (Calendar.class.isAssignableFrom(type)) {
      return type.isAssignableFrom(GregorianCalendar.class) ? calendar(type) : null;
    }
    Map<Class<?>, Times> all =
        Map.ofEntries(
            Map.entry(Instant.class, instant()),
            Map.entry(Date.class, date()),
            Map.entry(LocalDate.class, localDate()),
            Map.entry(LocalTime.class, localTime()),
            Map.entry(LocalDateTime.class, localDateTime()),
            Map.entry(ZonedDateTime.class, zoned()),
            Map.entry(OffsetDateTime.class, offset()),
            Map.entry(OffsetTime.class, offsetTime(zone)),
            Map.entry(Year.class, year()),
            Map.entry(YearMonth.class, yearMonth()),
            Map.entry(MonthDay.class, monthDay()));
    return all.get(type);
  }

  /** Lengths of time, in nanoseconds. */
  static Scale duration() {
    return new Scale(
        Duration.class,
        BigInteger.valueOf(Long.MIN_VALUE).multiply(NANOS),
        BigInteger.valueOf(Long.MAX_VALUE).multiply(NANOS),
        BigInteger.ZERO,
        (nanos, choices) -> {
          Instant like = seconds(nanos);
          return like == null ? durationOf(nanos) : Duration.between(Instant.EPOCH, like);
        },
        value -> nanos((Duration) value));
  }

  private static Duration durationOf(BigInteger nanos) {
    BigInteger[] parts = nanos.divideAndRemainder(NANOS);
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
  }

  private static @Nullable Instant seconds(BigInteger nanos) {
    return nanos.bitLength() < 80 ? moment(nanos) : null;
  }

  private static BigInteger nanos(long seconds, int nanos) {
    return BigInteger.valueOf(seconds).multiply(NANOS).add(BigInteger.valueOf(nanos));
  }

  private static BigInteger nanos(Duration duration) {
    return nanos(duration.toSeconds(), duration.toNanosPart());
  }

  private static BigInteger nanos(Instant instant) {
    return nanos(instant.getEpochSecond(), instant.getNano());
  }

  private static Instant moment(BigInteger nanos) {
    BigInteger rest = nanos.mod(NANOS);
    return Instant.ofEpochSecond(
        nanos.subtract(rest).divide(NANOS).longValueExact(), rest.longValue());
  }

  private static Times instant() {
    return new Times(
        new Scale(
            Instant.class,
            nanos(START),
            nanos(END),
            BigInteger.ZERO,
            (nanos, choices) -> moment(nanos),
            value -> nanos((Instant) value)),
        (now, zone) -> now);
  }

  private static Times zoned() {
    return new Times(
        new Scale(
            ZonedDateTime.class,
            nanos(START.plus(Duration.ofDays(1))),
            nanos(END.minus(Duration.ofDays(1))),
            BigInteger.ZERO,
            (nanos, choices) -> moment(nanos).atZone(choices.pick(ZONES)),
            value -> nanos(((ZonedDateTime) value).toInstant())),
        Instant::atZone);
  }

  private static Times offset() {
    return new Times(
        new Scale(
            OffsetDateTime.class,
            nanos(START.plus(Duration.ofDays(1))),
            nanos(END.minus(Duration.ofDays(1))),
            BigInteger.ZERO,
            (nanos, choices) -> moment(nanos).atZone(choices.pick(ZONES)).toOffsetDateTime(),
            value -> nanos(((OffsetDateTime) value).toInstant())),
        OffsetDateTime::ofInstant);
  }

  private static Times localDateTime() {
    return new Times(
        new Scale(
            LocalDateTime.class,
            nanos(START),
            nanos(END),
            BigInteger.ZERO,
            (nanos, choices) -> LocalDateTime.ofInstant(moment(nanos), ZoneOffset.UTC),
            value -> nanos(((LocalDateTime) value).toInstant(ZoneOffset.UTC))),
        LocalDateTime::ofInstant);
  }

  private static Times date() {
    return new Times(
        Scale.of(
            Date.class,
            START.toEpochMilli(),
            END.toEpochMilli(),
            0,
            Date::new,
            value -> ((Date) value).toInstant().toEpochMilli()),
        (now, zone) -> Date.from(now));
  }

  private static Times calendar(Class<?> type) {
    return new Times(
        Scale.of(
            type,
            START.toEpochMilli(),
            END.toEpochMilli(),
            0,
            Times::calendar,
            value -> ((Calendar) value).getTimeInMillis()),
        (now, zone) -> calendar(now.toEpochMilli()));
  }

  private static Calendar calendar(long millis) {
    Calendar calendar = new GregorianCalendar(java.util.TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(millis);
    return calendar;
  }

  private static Times localDate() {
    return new Times(
        Scale.of(
            LocalDate.class,
            FIRST.toEpochDay(),
            LAST.toEpochDay(),
            0,
            LocalDate::ofEpochDay,
            value -> ((LocalDate) value).toEpochDay()),
        LocalDate::ofInstant);
  }

  private static Times localTime() {
    return new Times(
        Scale.of(
            LocalTime.class,
            0,
            LocalTime.MAX.toNanoOfDay(),
            0,
            LocalTime::ofNanoOfDay,
            value -> ((LocalTime) value).toNanoOfDay()),
        LocalTime::ofInstant);
  }

  /** All of one offset, so that they are compared as they are counted. */
  private static Times offsetTime(ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(Instant.EPOCH);
    return new Times(
        Scale.of(
            OffsetTime.class,
            0,
            LocalTime.MAX.toNanoOfDay(),
            0,
            nanos -> LocalTime.ofNanoOfDay(nanos).atOffset(offset),
            value -> nanoOfDay((OffsetTime) value, offset)),
        (now, its) -> OffsetTime.ofInstant(now, its));
  }

  private static long nanoOfDay(OffsetTime time, ZoneOffset offset) {
    long seconds = time.getOffset().getTotalSeconds() - (long) offset.getTotalSeconds();
    return time.toLocalTime().toNanoOfDay() - seconds * NANOS.longValue();
  }

  private static Times year() {
    return new Times(
        Scale.of(
            Year.class,
            FIRST.getYear(),
            LAST.getYear(),
            1970,
            each -> Year.of(each.intValue()),
            value -> (long) ((Year) value).getValue()),
        (now, zone) -> Year.from(now.atZone(zone)));
  }

  private static Times yearMonth() {
    return new Times(
        Scale.of(
            YearMonth.class,
            YearMonth.from(FIRST).getLong(ChronoField.PROLEPTIC_MONTH),
            YearMonth.from(LAST).getLong(ChronoField.PROLEPTIC_MONTH),
            YearMonth.of(1970, 1).getLong(ChronoField.PROLEPTIC_MONTH),
            each -> YearMonth.of(1970, 1).with(ChronoField.PROLEPTIC_MONTH, each),
            value -> ((YearMonth) value).getLong(ChronoField.PROLEPTIC_MONTH)),
        (now, zone) -> YearMonth.from(now.atZone(zone)));
  }

  private static Times monthDay() {
    return new Times(
        Scale.of(
            MonthDay.class,
            1,
            366,
            1,
            each -> MonthDay.from(LocalDate.ofYearDay(LEAP, each.intValue())),
            value -> (long) ((MonthDay) value).atYear(LEAP).getDayOfYear()),
        (now, zone) -> MonthDay.from(now.atZone(zone)));
  }
}
