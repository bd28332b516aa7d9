package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates constraints to tests without the validator.
 *
 * <p>Constraints are known by name: neither the validation API nor an implementation need be
 * linkable. Groups and messages are the caller's concern, and so are validators and value
 * extractors that the application adds.
 *
 * <p>Thread-safe.
 */
public final class Translations {

  private static final String STANDARD = "jakarta.validation.constraints.";
  private static final String OWN = "org.hibernate.validator.constraints.";

  private static final Map<Class<?>, Wrapped> WRAPPED =
      Map.of(
          OptionalInt.class, new Wrapped(int.class, "getAsInt"),
          OptionalLong.class, new Wrapped(long.class, "getAsLong"),
          OptionalDouble.class, new Wrapped(double.class, "getAsDouble"));

  private final Members members;
  private final Class<?> declared;
  private final Class<?> type;
  private final Dialect dialect;

  private Translations(Members members, Class<?> declared, Class<?> type, Dialect dialect) {
    this.members = members;
    this.declared = declared;
    this.type = type;
    this.dialect = dialect;
  }

  /**
   * Translates one constraint.
   *
   * @param constraint the annotation; not a container of several
   * @param type the static type of the value, erased
   * @param dialect what the answers depend on
   * @return what becomes of it
   */
  public static Translation of(Annotation constraint, Class<?> type, Dialect dialect) {
    String name = constraint.annotationType().getName();
    if (!isTranslated(name)) {
      return new Translation.Delegated("@" + name + " is known to the validator alone");
    }
    Optional<String> foreign = foreign(type);
    if (foreign.isPresent()) {
      return new Translation.Delegated("the validator sees more in " + foreign.get());
    }
    Members members = new Members(constraint);
    if (members.saysWhatIsUnwrapped()) {
      return new Translation.Delegated("its payload says what is unwrapped");
    }
    try {
      Wrapped wrapped = WRAPPED.get(type);
      return new Translation.Inlined(
          wrapped == null
              ? new Translations(members, type, type, dialect).test(name)
              : wrapped.test(
                  new Translations(members, type, wrapped.content(), dialect).test(name),
                  type,
                  !name.equals(STANDARD + "NotNull")));
    } catch (MisplacedException misplaced) {
      return new Translation.Misplaced(misplaced.problem());
    }
  }

  private static boolean isTranslated(String name) {
    if (name.startsWith(STANDARD)) {
      return switch (name.substring(STANDARD.length())) {
        case "NotNull",
            "Null",
            "AssertTrue",
            "AssertFalse",
            "Min",
            "Max",
            "DecimalMin",
            "DecimalMax",
            "Positive",
            "PositiveOrZero",
            "Negative",
            "NegativeOrZero",
            "Digits",
            "Size",
            "NotEmpty",
            "NotBlank",
            "Pattern",
            "Past",
            "PastOrPresent",
            "Future",
            "FutureOrPresent" ->
            true;
        default -> false;
      };
    }
    return name.equals(OWN + "Range")
        || name.equals(OWN + "Length")
        || name.equals(OWN + "time.DurationMin")
        || name.equals(OWN + "time.DurationMax");
  }

  /** A supertype for which the validator has validators or extractors when its library is there. */
  private static Optional<String> foreign(Class<?> type) {
    return Supertypes.of(type).stream()
        .map(Class::getName)
        .filter(
            name ->
                name.startsWith("javax.money.")
                    || name.startsWith("org.joda.time.")
                    || name.startsWith("javafx."))
        .findFirst();
  }

  private MethodHandle test(String name) throws MisplacedException {
    return switch (members.name()) {
      case "NotNull" -> type.isPrimitive() ? Linking.always(true, type) : Linking.isPresent(type);
      case "Null" -> type.isPrimitive() ? Linking.always(false, type) : Linking.isNull(type);
      case "AssertTrue" -> truth(true);
      case "AssertFalse" -> truth(false);
      case "Min" -> amount(Placement.NUMBER, () -> Interval.whole(members.number("value"), null));
      case "Max" -> amount(Placement.NUMBER, () -> Interval.whole(null, members.number("value")));
      case "Range" ->
          amount(
              Placement.NUMBER, () -> Interval.whole(members.number("min"), members.number("max")));
      case "DecimalMin" -> amount(Placement.NUMBER, () -> Interval.decimal(bound(), null));
      case "DecimalMax" -> amount(Placement.NUMBER, () -> Interval.decimal(null, bound()));
      case "Positive" -> amount(Placement.NUMBER, () -> Interval.positive(false));
      case "PositiveOrZero" -> amount(Placement.NUMBER, () -> Interval.positive(true));
      case "Negative" -> amount(Placement.NUMBER, () -> Interval.negative(false));
      case "NegativeOrZero" -> amount(Placement.NUMBER, () -> Interval.negative(true));
      case "Digits" -> amount(Placement.DIGITS, this::digits);
      case "Size" -> counted(true, this::extent, Placement.COUNTED);
      case "Length" -> counted(true, this::extent, Placement.TEXT);
      case "NotEmpty" -> counted(false, () -> Extent.NOT_EMPTY, Placement.COUNTED);
      case "NotBlank" -> text(false, () -> Blanks.test(dialect.blank()));
      case "Pattern" ->
          text(true, () -> Linking.test(regex(), Regex.class, "matches", CharSequence.class));
      case "Past" -> time(true, false);
      case "PastOrPresent" -> time(true, true);
      case "Future" -> time(false, false);
      case "FutureOrPresent" -> time(false, true);
      case "DurationMin" -> duration(true);
      case "DurationMax" -> duration(false);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Class<?> resolve(Placement placement) throws MisplacedException {
    return placement.resolve(members.name(), boxed(), declared);
  }

  private Class<?> boxed() {
    return MethodType.methodType(type).wrap().returnType();
  }

  private MethodHandle truth(boolean expected) throws MisplacedException {
    resolve(Placement.TRUTH);
    MethodHandle identity = MethodHandles.identity(boolean.class);
    MethodHandle test =
        expected
            ? identity
            : MethodHandles.guardWithTest(
                identity,
                Linking.always(false, boolean.class),
                Linking.always(true, boolean.class));
    return type.isPrimitive() ? test : Linking.orNull(true, test, type);
  }

  private MethodHandle amount(Placement placement, Reading<Amount> amount)
      throws MisplacedException {
    Class<?> number = resolve(placement);
    MethodHandle test = amountTest(amount.read(), kind(number));
    return type.isPrimitive()
        ? Linking.on(type, test)
        : Shield.around(Linking.orNull(true, test, type), dialect.flags());
  }

  /** What is known of the number beyond the validator's type: digits are told of any number. */
  private Class<?> kind(Class<?> number) {
    Class<?> boxed = boxed();
    return number == Number.class
            && MethodType.methodType(boxed).unwrap().returnType().isPrimitive()
        ? boxed
        : number;
  }

  private static MethodHandle amountTest(Amount amount, Class<?> number) {
    if (number == CharSequence.class) {
      return Linking.test(amount, Amount.class, "hasText", CharSequence.class);
    }
    if (number == BigDecimal.class) {
      return Linking.test(amount, Amount.class, "hasDecimal", BigDecimal.class);
    }
    if (number == BigInteger.class) {
      return Linking.test(amount, Amount.class, "hasInteger", BigInteger.class);
    }
    if (number == Double.class) {
      return Linking.test(amount, Amount.class, "hasDouble", double.class);
    }
    if (number == Float.class) {
      return Linking.test(amount, Amount.class, "hasFloat", float.class);
    }
    if (number == Number.class) {
      return Linking.test(amount, Amount.class, "hasNumber", Number.class);
    }
    return Linking.test(amount.longs(), Longs.class, "hold", long.class);
  }

  private Bound bound() throws MisplacedException {
    String literal = members.text("value");
    try {
      return new Bound(new BigDecimal(literal), members.claim("inclusive"));
    } catch (NumberFormatException noNumber) {
      throw wrong("HV000016", "the value \"" + literal + "\", which is no decimal number");
    }
  }

  private Digits digits() throws MisplacedException {
    int integer = members.integer("integer");
    int fraction = members.integer("fraction");
    if (integer < 0) {
      throw wrong("HV000017", "integer = " + integer + ": it cannot be negative");
    }
    if (fraction < 0) {
      throw wrong("HV000018", "fraction = " + fraction + ": it cannot be negative");
    }
    return Digits.of(integer, fraction);
  }

  private Extent extent() throws MisplacedException {
    int min = members.integer("min");
    int max = members.integer("max");
    if (min < 0) {
      throw wrong("HV000019", "min = " + min + ": it cannot be negative");
    }
    if (max < 0) {
      throw wrong("HV000020", "max = " + max + ": it cannot be negative");
    }
    if (min > max) {
      throw wrong("HV000021", "min = " + min + ", which is above max = " + max);
    }
    return new Extent(min, max);
  }

  private Regex regex() throws MisplacedException {
    String regexp = members.text("regexp");
    try {
      return new Regex(Pattern.compile(regexp, members.flags()));
    } catch (PatternSyntaxException wrong) {
      throw wrong("HV000022", "the regexp \"" + regexp + "\": " + wrong.getDescription());
    }
  }

  private MethodHandle counted(boolean ofNull, Reading<Extent> extent, Placement placement)
      throws MisplacedException {
    Class<?> counted = resolve(placement);
    MethodHandle test = extent.read().test(counted);
    return Shield.around(Linking.orNull(ofNull, test, type), dialect.flags());
  }

  private MethodHandle text(boolean ofNull, Reading<MethodHandle> test) throws MisplacedException {
    resolve(Placement.TEXT);
    return Shield.around(Linking.orNull(ofNull, test.read(), type), dialect.flags());
  }

  /** The clock may be the application's, so that the value alone does not tell. */
  private MethodHandle time(boolean past, boolean orPresent) throws MisplacedException {
    Class<?> time = resolve(Placement.TIME);
    MethodHandle test = Moment.of(dialect, past, orPresent).test(time);
    return Linking.orNull(true, Shield.always(test, dialect.flags()), type);
  }

  private MethodHandle duration(boolean least) throws MisplacedException {
    resolve(Placement.DURATION);
    Span span = new Span(limit(), least, members.claim("inclusive"));
    return Linking.orNull(true, Linking.test(span, Span.class, "holds", Duration.class), type);
  }

  private Duration limit() throws MisplacedException {
    try {
      return Duration.ofNanos(members.number("nanos"))
          .plusMillis(members.number("millis"))
          .plusSeconds(members.number("seconds"))
          .plusMinutes(members.number("minutes"))
          .plusHours(members.number("hours"))
          .plusDays(members.number("days"));
    } catch (ArithmeticException tooLong) {
      throw wrong("HV000032", "more than a duration can hold");
    }
  }

  private MisplacedException wrong(String code, String what) {
    return new MisplacedException(code + ": @" + members.name() + " has " + what);
  }

  /** What the members say; read after the type was found right, as the validator does. */
  private interface Reading<T> {
    T read() throws MisplacedException;
  }

  /** What the validator looks into: an optional primitive counts as its content, or as null. */
  private record Wrapped(Class<?> content, String getter) {

    private static final MethodType PRESENT = MethodType.methodType(boolean.class);

    MethodHandle test(MethodHandle ofContent, Class<?> type, boolean ofEmpty) {
      MethodHandle getting = Linking.method(type, getter, MethodType.methodType(content));
      return Linking.orNull(
          true,
          MethodHandles.guardWithTest(
              Linking.method(type, "isPresent", PRESENT),
              MethodHandles.filterArguments(ofContent, 0, getting),
              Linking.always(ofEmpty, type)),
          type);
    }
  }
}
