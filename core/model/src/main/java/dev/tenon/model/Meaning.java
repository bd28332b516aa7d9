package dev.tenon.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What constraints of the specification leave of a value, as far as bounds and null tell it.
 *
 * @param isPresent whether null is left out
 * @param number the numbers that are left; all where nothing is said of them
 * @param size the sizes that are left
 * @param isWhole whether this is all that they say
 */
record Meaning(boolean isPresent, Bounds number, Bounds size, boolean isWhole) {

  private static final Set<String> OF_NULL = Set.of("NotNull", "NotEmpty", "NotBlank");
  private static final Set<String> WHOLE_NUMBERS =
      Set.of(
          "byte",
          "short",
          "int",
          "long",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long");
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Of one constraint on a value of a type; the type is empty where it is not known. */
  static Meaning of(Constraint constraint, String type) {
    if (!constraint.isOfDefaultGroup() || constraint.given("payload") != null) {
      return new Meaning(false, Bounds.NONE, Bounds.NONE, false);
    }
    Bounds number = Bounds.ofNumber(constraint);
    Bounds size = Bounds.ofSize(constraint);
    boolean isPresent = OF_NULL.contains(constraint.builtIn());
    boolean isWhole =
        (isPresent || number != null || size != null) && !constraint.builtIn().equals("NotBlank");
    Bounds left = number == null ? Bounds.NONE : number;
    return new Meaning(
        isPresent,
        WHOLE_NUMBERS.contains(type) ? left.ofWhole() : left,
        size == null ? Bounds.NONE : size,
        isWhole);
  }

  /** Of several constraints on one value. */
  static Meaning of(List<Constraint> constraints, String type) {
    return constraints.stream()
        .map(each -> of(each, type))
        .reduce(new Meaning(false, Bounds.NONE, Bounds.NONE, true), Meaning::and);
  }

  private Meaning and(Meaning other) {
    return new Meaning(
        isPresent || other.isPresent,
        number.and(other.number),
        size.and(other.size),
        isWhole && other.isWhole);
  }

  /** Whether all that the other leaves, and perhaps more, is left; never where it is not sure. */
  boolean contains(Meaning other) {
    return isWhole
        && (other.isPresent || !isPresent)
        && number.contains(other.number)
        && size.contains(other.size);
  }

  /** A clause that holds whenever the constraint does, and if it says all, never else. */
  static @Nullable Node clause(Constraint constraint, Node value) {
    if (isUnwrapped(value.type())) {
      return null;
    }
    Meaning meaning = of(constraint, value.type());
    boolean isSaid = constraint.isOfDefaultGroup() && constraint.given("payload") == null;
    Node of =
        switch (isSaid ? constraint.builtIn() : "") {
          case "Null" -> Normal.isAbsent(value);
          case "NotNull" -> Normal.isPresent(value);
          case "AssertTrue" -> value;
          case "AssertFalse" -> new Node(Node.Kind.UNARY, "boolean", "!", List.of(value));
          default ->
              meaning.size.equals(Bounds.NONE)
                  ? numbers(meaning.number, value)
                  : bounded(meaning.size, Normal.size(value));
        };
    if (of == null || constraint.builtIn().endsWith("Null") || isPrimitive(value.type())) {
      return of;
    }
    return meaning.isPresent
        ? Normal.binary(Normal.isPresent(value), "&&", of)
        : Normal.binary(Normal.isAbsent(value), "||", of);
  }

  /** Validators look inside of these. */
  private static boolean isUnwrapped(String type) {
    return type.startsWith("java.util.Optional") || type.startsWith("javafx.");
  }

  /** Whether the clause of a constraint says all that it does. */
  static boolean isSaidByClause(Constraint constraint) {
    return !constraint.builtIn().equals("NotBlank");
  }

  private static @Nullable Node numbers(Bounds number, Node value) {
    return number.equals(Bounds.NONE) || !WHOLE_NUMBERS.contains(value.type())
        ? null
        : bounded(number, value);
  }

  private static @Nullable Node bounded(Bounds bounds, Node value) {
    BigDecimal lowest = bounds.lowest();
    BigDecimal highest = bounds.highest();
    if (isOutside(lowest) || isOutside(highest)) {
      return null;
    }
    Node low = lowest == null ? null : Normal.binary(value, ">=", number(lowest));
    Node high = highest == null ? null : Normal.binary(value, "<=", number(highest));
    return low != null && high != null ? Normal.binary(low, "&&", high) : low == null ? high : low;
  }

  private static boolean isOutside(@Nullable BigDecimal bound) {
    return bound != null && (bound.compareTo(LEAST) < 0 || bound.compareTo(MOST) > 0);
  }

  private static Node number(BigDecimal value) {
    Node digits = Normal.literal("long", value.abs().toBigInteger() + "L");
    return value.signum() < 0 ? new Node(Node.Kind.UNARY, "long", "-", List.of(digits)) : digits;
  }

  private static boolean isPrimitive(String type) {
    return !type.isEmpty() && type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0));
  }
}
