package dev.tenon.testkit.domain;

import dev.tenon.testkit.domain.Trait.Form;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the constraints at a place demand of a type, and which of them nobody here knows. */
final class Demands {

  private static final String JAKARTA = "jakarta.validation.constraints.";
  private static final String HIBERNATE = "org.hibernate.validator.constraints.";

  private final Class<?> type;
  private final String name;
  private final Moments moments;
  private final List<Demand> known = new ArrayList<>();
  private final List<String> opaque = new ArrayList<>();

  private Demands(Class<?> type, String name, Moments moments) {
    this.type = type;
    this.name = name;
    this.moments = moments;
  }

  static Demands of(
      List<Annotation> annotations, Class<?> type, String name, Moments moments, boolean isSeen) {
    Demands demands = new Demands(type, name, moments);
    Constraint.of(annotations).forEach(demands::add);
    if (!isSeen) {
      demands.known.replaceAll(Demand::unseen);
    }
    return demands;
  }

  List<Demand> known() {
    return known;
  }

  List<String> opaque() {
    return opaque;
  }

  private void add(Constraint constraint) {
    String origin = constraint.shown() + " on " + name;
    Demand demand = demand(constraint, origin);
    if (demand != null) {
      known.add(demand);
      return;
    }
    List<Constraint> composing = constraint.isAll() ? constraint.composing() : List.of();
    composing.forEach(this::add);
    if (constraint.isDecidedElsewhere() || composing.isEmpty()) {
      opaque.add(origin);
    }
  }

  private @Nullable Demand demand(Constraint constraint, String origin) {
    if (constraint.name().startsWith(JAKARTA)) {
      return jakarta(constraint, constraint.name().substring(JAKARTA.length()), origin);
    }
    return constraint.name().startsWith(HIBERNATE)
        ? hibernate(constraint, constraint.name().substring(HIBERNATE.length()), origin)
        : null;
  }

  private @Nullable Demand jakarta(Constraint constraint, String simple, String origin) {
    return switch (simple) {
      case "NotNull" -> Demand.of(origin, Bounds.PRESENT);
      case "Null" -> Demand.of(origin, Bounds.of(Limits.absent()));
      case "AssertTrue" -> truth(origin, true);
      case "AssertFalse" -> truth(origin, false);
      case "Size" -> size(origin, constraint.number("min"), constraint.number("max"), isSized());
      case "NotEmpty" -> isSized() ? filled(origin, Bounds.sizes(1, null)) : null;
      case "NotBlank" -> isText() ? filled(origin, Bounds.of(Trait.of(Form.NOT_BLANK))) : null;
      case "Pattern" -> isText() ? pattern(constraint, origin) : null;
      case "Email" -> isText() ? email(constraint, origin) : null;
      case "Past", "PastOrPresent", "Future", "FutureOrPresent" ->
          moments.demand(simple, type, origin);
      default -> isNumber() ? number(constraint, simple, origin) : null;
    };
  }

  private @Nullable Demand number(Constraint constraint, String simple, String origin) {
    BigDecimal zero = BigDecimal.ZERO;
    return switch (simple) {
      case "Min" -> Ranges.least(origin, type, constraint.number("value"));
      case "Max" -> Ranges.most(origin, type, constraint.number("value"));
      case "DecimalMin" ->
          Demand.of(origin, Bounds.above(decimal(constraint), constraint.is("inclusive")));
      case "DecimalMax" ->
          Demand.of(origin, Bounds.below(decimal(constraint), constraint.is("inclusive")));
      case "Positive" -> Demand.of(origin, Bounds.above(zero, false));
      case "PositiveOrZero" -> Demand.of(origin, Bounds.above(zero, true));
      case "Negative" -> Demand.of(origin, Bounds.below(zero, false));
      case "NegativeOrZero" -> Demand.of(origin, Bounds.below(zero, true));
      case "Digits" ->
          Ranges.digits(
              origin, (int) constraint.number("integer"), (int) constraint.number("fraction"));
      default -> null;
    };
  }

  private @Nullable Demand hibernate(Constraint constraint, String simple, String origin) {
    return switch (simple) {
      case "Length" -> size(origin, constraint.number("min"), constraint.number("max"), isText());
      case "URL" -> isText() ? url(constraint, origin) : null;
      case "UUID" -> isText() ? uuid(constraint, origin) : null;
      case "UniqueElements" ->
          Collection.class.isAssignableFrom(type)
              ? Demand.of(origin, Bounds.of(Trait.of(Form.DISTINCT)))
              : null;
      case "time.DurationMin" ->
          type == Duration.class
              ? Demand.of(
                  origin,
                  Bounds.above(Ranges.nanos(constraint.values()), constraint.is("inclusive")))
              : null;
      case "time.DurationMax" ->
          type == Duration.class
              ? Demand.of(
                  origin,
                  Bounds.below(Ranges.nanos(constraint.values()), constraint.is("inclusive")))
              : null;
      default -> null;
    };
  }

  private boolean isText() {
    return CharSequence.class.isAssignableFrom(type);
  }

  private boolean isNumber() {
    return isText() || (type != char.class && Number.class.isAssignableFrom(Types.boxed(type)));
  }

  private boolean isSized() {
    return isText()
        || type.isArray()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }

  private static BigDecimal decimal(Constraint constraint) {
    return new BigDecimal((String) constraint.value("value"));
  }

  private @Nullable Demand truth(String origin, boolean isTrue) {
    return Types.boxed(type) == Boolean.class
        ? Demand.of(
            origin,
            Bounds.of(Limits.except(List.of(!isTrue))),
            Bounds.of(Limits.only(List.of(!isTrue))))
        : null;
  }

  private static @Nullable Demand size(String origin, long min, long max, boolean isSized) {
    if (!isSized) {
      return null;
    }
    if (min > max) {
      throw new EmptyDomainException(origin + " leaves nothing: its min is more than its max");
    }
    return Demand.of(
        origin,
        Bounds.sizes(min == 0 ? null : (int) min, max == Integer.MAX_VALUE ? null : (int) max));
  }

  private static Demand filled(String origin, Bounds filled) {
    return Demand.of(origin, Bounds.PRESENT).and(Demand.of(origin, filled));
  }

  private static @Nullable Demand pattern(Constraint constraint, String origin) {
    return Demand.of(origin, Bounds.of(Limits.pattern(compiled(constraint), true)));
  }

  private static Pattern compiled(Constraint constraint) {
    int flags = 0;
    if (constraint.values().get("flags") instanceof List<?> many) {
      for (Object each : many) {
        flags |= flag(((Enum<?>) each).name());
      }
    }
    return Pattern.compile((String) constraint.value("regexp"), flags);
  }

  private static int flag(String name) {
    return switch (name) {
      case "UNIX_LINES" -> Pattern.UNIX_LINES;
      case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
      case "COMMENTS" -> Pattern.COMMENTS;
      case "MULTILINE" -> Pattern.MULTILINE;
      case "DOTALL" -> Pattern.DOTALL;
      case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
      case "CANON_EQ" -> Pattern.CANON_EQ;
      default -> throw new IllegalArgumentException("unknown flag of a pattern: " + name);
    };
  }

  private static Demand email(Constraint constraint, String origin) {
    return withPattern(Demand.of(origin, Bounds.of(Trait.of(Form.EMAIL))), constraint, origin);
  }

  private static Demand url(Constraint constraint, String origin) {
    String port = constraint.number("port") < 0 ? "" : "" + constraint.number("port");
    Trait trait =
        Trait.of(
            Form.URL,
            (String) constraint.value("protocol"),
            (String) constraint.value("host"),
            port);
    return withPattern(Demand.of(origin, Bounds.of(trait)), constraint, origin);
  }

  private static Demand withPattern(Demand demand, Constraint constraint, String origin) {
    if (".*".equals(constraint.value("regexp"))) {
      return demand;
    }
    return demand.and(Demand.of(origin, Bounds.of(Limits.pattern(compiled(constraint), true))));
  }

  /** One version and one variant of those allowed are enough. */
  private static Demand uuid(Constraint constraint, String origin) {
    String versions = numbers(constraint.value("version"));
    String version = versions.contains("4") ? "4" : versions.substring(0, 1);
    Trait trait =
        Trait.of(
            Form.UUID,
            version,
            constraint.value("letterCase").toString(),
            String.valueOf(constraint.is("allowEmpty")));
    return Demand.of(origin, Bounds.of(trait));
  }

  private static String numbers(Object array) {
    return Stream.of(array)
        .flatMap(each -> Arrays.stream((int[]) each).boxed())
        .map(each -> Integer.toHexString(each))
        .reduce("", String::concat);
  }
}
