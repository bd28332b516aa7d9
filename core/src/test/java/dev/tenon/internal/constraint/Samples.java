package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Clock;
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
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Values of every type that a constraint may or may not be on, at edges and at random. */
public final class Samples {

  /** A number of the application. */
  public static final class Ratio extends Number {
    private static final long serialVersionUID = 1L;
    private final double value;

    Ratio(double value) {
      this.value = value;
    }

    @Override
    public int intValue() {
      return (int) value;
    }

    @Override
    public long longValue() {
      return (long) value;
    }

    @Override
    public float floatValue() {
      return (float) value;
    }

    @Override
    public double doubleValue() {
      return value;
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** A decimal of the application. */
  public static final class Money extends BigDecimal {
    private static final long serialVersionUID = 1L;

    Money(String value) {
      super(value);
    }
  }

  /** Text of the application. */
  public record Name(String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Name(text.substring(start, end));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Text and a collection: no validator of a size is the nearest. */
  public static final class Lines extends ArrayList<String> implements CharSequence {
    private static final long serialVersionUID = 1L;

    @Override
    public int length() {
      return 0;
    }

    @Override
    public char charAt(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return "";
    }
  }

  /** The types whose now is part of what is at an edge. */
  static final List<Class<?>> TIMES =
      List.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          MonthDay.class,
          OffsetDateTime.class,
          OffsetTime.class,
          Year.class,
          YearMonth.class,
          ZonedDateTime.class,
          HijrahDate.class,
          JapaneseDate.class,
          MinguoDate.class,
          ThaiBuddhistDate.class,
          Date.class,
          Timestamp.class,
          Calendar.class,
          GregorianCalendar.class);

  private static final List<Class<?>> TYPES =
      List.of(
          boolean.class,
          byte.class,
          short.class,
          char.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Number.class,
          BigInteger.class,
          BigDecimal.class,
          AtomicInteger.class,
          AtomicLong.class,
          DoubleAdder.class,
          Ratio.class,
          Money.class,
          String.class,
          CharSequence.class,
          StringBuilder.class,
          Name.class,
          Lines.class,
          Collection.class,
          List.class,
          Set.class,
          ArrayList.class,
          Map.class,
          HashMap.class,
          Iterable.class,
          Object.class,
          Comparable.class,
          TimeUnit.class,
          Object[].class,
          String[].class,
          int[][].class,
          boolean[].class,
          byte[].class,
          short[].class,
          char[].class,
          int[].class,
          long[].class,
          float[].class,
          double[].class,
          Optional.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class,
          Duration.class,
          Period.class,
          ChronoLocalDate.class,
          TemporalAccessor.class);

  private static final double[] DOUBLES = doubles();
  private static final List<String> TEXTS = texts();
  private static final String ALPHABET =
      "0123456789+-.eE \t\n\u00a0\u2003\u3000\u0001abAB\u0660\u0665x";

  private Samples() {}

  static List<Class<?>> types() {
    List<Class<?>> all = new ArrayList<>(TYPES);
    all.addAll(TIMES);
    return all;
  }

  /** The edges of a type, null among them unless it is primitive. */
  static List<Object> edges(Class<?> type, Clock clock, Duration tolerance) {
    List<Object> values = new ArrayList<>();
    if (!type.isPrimitive()) {
      values.add(null);
    }
    if (TIMES.contains(type)) {
      values.addAll(times(type, clock, tolerance));
      return values;
    }
    for (double each : DOUBLES) {
      values.addAll(ofNumber(type, each));
    }
    for (long each : longs()) {
      values.addAll(ofWhole(type, each));
    }
    for (String each : TEXTS) {
      values.addAll(ofText(type, each));
    }
    for (int each : new int[] {0, 1, 2, 3, 4, 5, 6}) {
      values.addAll(ofSize(type, each));
    }
    values.addAll(others(type));
    return new ArrayList<>(new LinkedHashSet<>(values));
  }

  /** A random value of a type, about now if it is a time; null when the type has none at random. */
  static Object random(Class<?> type, Clock clock, RandomGenerator random) {
    if (TIMES.contains(type)) {
      Duration shift =
          Duration.ofNanos(random.nextLong() >> random.nextInt(4, 64))
              .multipliedBy(random.nextInt(1, 5));
      return at(type, Clock.offset(clock, shift));
    }
    List<Object> drawn = new ArrayList<>();
    drawn.addAll(ofNumber(type, number(random)));
    drawn.addAll(ofWhole(type, random.nextLong() >> random.nextInt(64)));
    drawn.addAll(ofText(type, text(random)));
    drawn.addAll(ofSize(type, random.nextInt(8)));
    if (type == Duration.class) {
      drawn.add(Duration.ofSeconds(random.nextLong(-100_000, 100_000), random.nextInt(3) - 1));
    }
    return drawn.isEmpty() ? null : drawn.get(random.nextInt(drawn.size()));
  }

  private static double number(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> Float.intBitsToFloat(random.nextInt());
      case 2 -> random.nextInt(-20, 20) / 10.0;
      case 3 -> random.nextInt(-200, 200);
      case 4 -> random.nextLong();
      default -> {
        double edge = DOUBLES[random.nextInt(DOUBLES.length)];
        yield random.nextBoolean() ? Math.nextUp(edge) : Math.nextDown(edge);
      }
    };
  }

  private static String text(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 1 -> Double.toString(number(random));
      case 2 ->
          new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(-9, 9)).toString();
      case 3 -> Character.toString(random.nextInt(0x110000)) + letters(random);
      default -> letters(random);
    };
  }

  private static String letters(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(
          random.nextInt(10) == 0
              ? (char) random.nextInt(0x10000)
              : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static double[] doubles() {
    List<Double> all = new ArrayList<>();
    for (double each :
        new double[] {
          0,
          0.1,
          0.1f,
          0.5,
          1,
          1.5,
          1.1,
          5,
          5.5,
          9.99,
          100,
          123.45,
          127,
          999,
          1000,
          12345.678,
          16777216,
          16777217,
          9007199254740992.0,
          9007199254740994.0,
          0x1p63,
          0x1p62,
          0x1p64,
          1e17,
          1e18,
          1e19,
          1e23,
          2e23,
          1e100,
          1e308,
          Float.MIN_VALUE,
          Float.MIN_NORMAL,
          Float.MAX_VALUE,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY
        }) {
      all.addAll(
          List.of(
              each,
              -each,
              Math.nextUp(each),
              Math.nextDown(each),
              -Math.nextUp(each),
              (double) Math.nextUp((float) each)));
    }
    all.add(Double.NaN);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Long> longs() {
    List<Long> all = new ArrayList<>();
    for (long each :
        new long[] {
          0,
          5,
          10,
          100,
          127,
          128,
          1000,
          32767,
          16777217,
          Integer.MAX_VALUE,
          9007199254740993L,
          999_999_999_999_999_999L,
          1_000_000_000_000_000_000L,
          Long.MAX_VALUE - 1
        }) {
      all.addAll(List.of(each - 1, each, each + 1, -each - 1, -each, -each + 1));
    }
    all.add(Long.MIN_VALUE);
    return all;
  }

  private static List<String> texts() {
    List<String> all = new ArrayList<>();
    Collections.addAll(
        all,
        "",
        " ",
        "  ",
        "\t",
        "\n",
        "\u0001",
        "\u001f",
        "\u0085",
        "\u00a0",
        "\u2003",
        "\u3000",
        "\u2007",
        "\u200b",
        "\u001c",
        " \u3000",
        "a",
        "A",
        "ab",
        "abc",
        "abcd",
        "abc\n",
        "\nabc",
        "a b",
        " a",
        "\ud83d\ude00",
        "\ud83d\ude00\ud83d\ude00",
        "\ud83d",
        "0",
        "00",
        "-0",
        "+0",
        "+",
        "-",
        ".",
        ".5",
        "5.",
        "1e3",
        "1E3",
        "1e",
        " 1",
        "1 ",
        "1\n",
        "+5",
        "++5",
        "0x10",
        "1_000",
        "1.10",
        "1.1",
        "1.100",
        "007",
        "100",
        "100.00",
        "1e-400",
        "1e400",
        "1e2147483647",
        "1e-2147483647",
        "1e99999999999",
        "\u0665",
        "\u0660\u0661",
        "NaN",
        "Infinity",
        "é",
        "\u0130",
        "ß",
        "999999999999999999",
        "9999999999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "0.1",
        "0.10",
        "0.09999",
        "0.10000000000000001",
        "123.45",
        "1234.5",
        "12.345",
        "000000000000000000000005",
        "a@b",
        "true");
    return all;
  }

  private static List<Object> ofNumber(Class<?> type, double value) {
    if (type == double.class || type == Double.class) {
      return List.of(value);
    }
    if (type == float.class || type == Float.class) {
      return List.of((float) value);
    }
    if (type == OptionalDouble.class) {
      return List.of(OptionalDouble.of(value));
    }
    if (type == Ratio.class) {
      return List.of(new Ratio(value));
    }
    if (type == DoubleAdder.class) {
      DoubleAdder adder = new DoubleAdder();
      adder.add(value);
      return List.of(adder);
    }
    boolean finite = Double.isFinite(value);
    if (type == BigDecimal.class) {
      return finite ? List.of(new BigDecimal(value), BigDecimal.valueOf(value)) : List.of();
    }
    if (type == Money.class) {
      return finite ? List.of(new Money(Double.toString(value))) : List.of();
    }
    if (type == BigInteger.class) {
      return finite ? List.of(new BigDecimal(value).toBigInteger()) : List.of();
    }
    if (type == Number.class) {
      List<Object> all = new ArrayList<>(List.of(value, (float) value, new Ratio(value)));
      all.addAll(ofNumber(DoubleAdder.class, value));
      all.addAll(ofNumber(BigDecimal.class, value));
      all.addAll(ofNumber(BigInteger.class, value));
      return all;
    }
    return type == Object.class || type == Comparable.class ? List.of(value) : List.of();
  }

  private static List<Object> ofWhole(Class<?> type, long value) {
    if (type == byte.class || type == Byte.class) {
      return List.of((byte) value);
    }
    if (type == short.class || type == Short.class) {
      return List.of((short) value);
    }
    if (type == char.class || type == Character.class) {
      return List.of((char) value);
    }
    if (type == int.class || type == Integer.class) {
      return List.of((int) value);
    }
    if (type == long.class || type == Long.class) {
      return List.of(value);
    }
    if (type == OptionalInt.class) {
      return List.of(OptionalInt.of((int) value));
    }
    if (type == OptionalLong.class) {
      return List.of(OptionalLong.of(value));
    }
    if (type == AtomicInteger.class) {
      return List.of(new AtomicInteger((int) value));
    }
    if (type == AtomicLong.class) {
      return List.of(new AtomicLong(value));
    }
    if (type == BigInteger.class) {
      return List.of(
          BigInteger.valueOf(value), BigInteger.valueOf(value).multiply(BigInteger.TEN.pow(3)));
    }
    if (type == BigDecimal.class) {
      return List.of(
          BigDecimal.valueOf(value),
          BigDecimal.valueOf(value, 2),
          BigDecimal.valueOf(value, -3),
          BigDecimal.valueOf(value, 400),
          BigDecimal.valueOf(value, -400));
    }
    if (type == Number.class) {
      return List.of(
          value,
          (int) value,
          (short) value,
          (byte) value,
          new AtomicLong(value),
          BigInteger.valueOf(value));
    }
    return List.of();
  }

  private static List<Object> ofText(Class<?> type, String value) {
    if (type == String.class || type == Object.class) {
      return List.of(value);
    }
    if (type == StringBuilder.class) {
      return List.of(new StringBuilder(value));
    }
    if (type == Name.class) {
      return List.of(new Name(value));
    }
    if (type == CharSequence.class) {
      return List.of(value, new StringBuilder(value), new Name(value));
    }
    return List.of();
  }

  private static List<Object> ofSize(Class<?> type, int size) {
    if (type == OptionalInt.class || type == OptionalLong.class || type == OptionalDouble.class) {
      return List.of(empty(type));
    }
    if (type.isArray()) {
      return List.of(java.lang.reflect.Array.newInstance(type.getComponentType(), size));
    }
    List<Integer> elements = IntStream.range(0, size).boxed().toList();
    Map<Integer, String> map = new HashMap<>();
    elements.forEach(each -> map.put(each, "x"));
    if (type == List.class || type == Collection.class || type == Iterable.class) {
      return List.of(elements, new ArrayList<>(elements));
    }
    if (type == ArrayList.class) {
      return List.of(new ArrayList<>(elements));
    }
    if (type == Set.class) {
      return List.of(new HashSet<>(elements));
    }
    return type == Map.class || type == HashMap.class ? List.of(map) : List.of();
  }

  private static Object empty(Class<?> type) {
    return type == OptionalInt.class
        ? OptionalInt.empty()
        : type == OptionalLong.class ? OptionalLong.empty() : OptionalDouble.empty();
  }

  private static List<Object> others(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return List.of(true, false);
    }
    if (type == Optional.class) {
      return List.of(Optional.empty(), Optional.of("x"));
    }
    if (type == Duration.class) {
      return List.of(
          Duration.ZERO,
          Duration.ofNanos(1),
          Duration.ofNanos(-1),
          Duration.ofHours(1),
          Duration.ofHours(1).plusNanos(1),
          Duration.ofHours(1).minusNanos(1),
          Duration.ofDays(-1),
          Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
          Duration.ofSeconds(Long.MIN_VALUE));
    }
    return type == Lines.class
        ? List.of(new Lines())
        : type == TimeUnit.class
            ? List.of(TimeUnit.DAYS)
            : type == Period.class ? List.of(Period.ZERO) : List.of();
  }

  private static List<Object> times(Class<?> type, Clock clock, Duration tolerance) {
    Set<Object> all = new LinkedHashSet<>();
    for (Duration shift : shifts(tolerance)) {
      for (ZoneId zone : List.of(clock.getZone(), ZoneOffset.UTC, ZoneId.of("Pacific/Apia"))) {
        all.add(at(type, Clock.offset(clock, shift).withZone(zone)));
      }
    }
    if (type == Instant.class) {
      all.addAll(List.of(Instant.MIN, Instant.MAX));
    }
    if (type == LocalDate.class) {
      all.addAll(List.of(LocalDate.MIN, LocalDate.MAX));
    }
    if (type == Date.class) {
      all.addAll(List.of(new Date(Long.MIN_VALUE), new Date(Long.MAX_VALUE)));
    }
    if (type == Year.class) {
      all.addAll(List.of(Year.of(Year.MIN_VALUE), Year.of(Year.MAX_VALUE)));
    }
    return new ArrayList<>(all);
  }

  private static List<Duration> shifts(Duration tolerance) {
    List<Duration> all = new ArrayList<>();
    for (Duration each :
        List.of(
            Duration.ZERO,
            tolerance,
            Duration.ofMillis(1),
            Duration.ofHours(1),
            Duration.ofHours(13),
            Duration.ofDays(1),
            Duration.ofDays(31),
            Duration.ofDays(366))) {
      for (Duration nudge :
          List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(-1), Duration.ofMillis(1))) {
        all.add(each.plus(nudge));
        all.add(each.plus(nudge).negated());
      }
    }
    return all;
  }

  static Object at(Class<?> type, Clock clock) {
    Map<Class<?>, Function<Clock, Object>> now =
        Map.of(
            Date.class,
            each -> new Date(each.millis()),
            Timestamp.class,
            each -> Timestamp.from(each.instant()),
            Calendar.class,
            Samples::calendar,
            GregorianCalendar.class,
            Samples::calendar);
    if (now.containsKey(type)) {
      return now.get(type).apply(clock);
    }
    try {
      return type.getMethod("now", Clock.class).invoke(null, clock);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(type.getName(), missing);
    }
  }

  private static Object calendar(Clock clock) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(clock.getZone()));
    calendar.setTimeInMillis(clock.millis());
    return calendar;
  }

  /** For a report. */
  static String show(Object value) {
    if (value instanceof CharSequence text) {
      StringBuilder shown = new StringBuilder(value.getClass().getSimpleName()).append('"');
      text.toString()
          .chars()
          .forEach(
              each ->
                  shown.append(
                      each > ' ' && each < 127
                          ? String.valueOf((char) each)
                          : String.format("\\u%04x", each)));
      return shown.append('"').toString();
    }
    return value == null
        ? "null"
        : value.getClass().getSimpleName()
            + " "
            + (value instanceof Object[] array ? Arrays.toString(array) : value);
  }
}
