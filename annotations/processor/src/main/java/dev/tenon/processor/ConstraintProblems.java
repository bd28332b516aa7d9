package dev.tenon.processor;

import dev.tenon.model.Bounds;
import dev.tenon.model.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is declared and cannot count, or that a validator refuses at the first call. Codes are
 * those of Hibernate Validator.
 */
final class ConstraintProblems {

  private static final Set<String> NEVER_NULL = Set.of("NotNull", "NotEmpty", "NotBlank");
  private static final Set<String> BEFORE_NOW = Set.of("Past", "PastOrPresent");
  private static final Set<String> AFTER_NOW = Set.of("Future", "FutureOrPresent");

  private final ConstraintTypes types;
  private final ConstraintBuilder builder;
  private final List<Complaint> problems = new ArrayList<>();

  private ConstraintProblems(Toolbox toolbox) {
    this.types = new ConstraintTypes(toolbox);
    this.builder = new ConstraintBuilder(toolbox);
  }

  /** The problems of some operations, those left out that are suppressed. */
  static List<Complaint> of(Toolbox toolbox, List<Constrained> all) {
    ConstraintProblems found = new ConstraintProblems(toolbox);
    all.forEach(found::check);
    return found.problems;
  }

  private void check(Constrained constrained) {
    for (Placed each : constrained.unsupported()) {
      add(
          each,
          ConstraintAnnotations.nameOf(each.annotation())
              + " is present and not supported: use jakarta.validation");
    }
    for (Constrained.Behind each : constrained.behind()) {
      add(
          each.on(),
          each.offset(),
          "@"
              + each.name()
              + " behind the element type of "
              + each.position()
              + " says nothing to Bean Validation; write it before the type");
    }
    String ignored = ignored(constrained.element());
    if (!ignored.isEmpty()) {
      constrained.constraints().stream()
          .limit(1)
          .forEach(
              each ->
                  add(
                      each,
                      ignored
                          + ": use @Requires and @Ensures on "
                          + constrained.element().getSimpleName()));
      return;
    }
    List<Placed> constraints = constrained.constraints();
    for (int i = 0; i < constraints.size(); i++) {
      Placed each = constraints.get(i);
      String problem = problem(each);
      if (!problem.isEmpty()) {
        add(each, problem);
        continue;
      }
      for (Placed earlier : constraints.subList(0, i)) {
        if (contradict(earlier, each)) {
          add(each, contradiction(earlier, each));
          break;
        }
      }
    }
  }

  private static String ignored(ExecutableElement element) {
    if (Members.isStatic(element)) {
      return "Bean Validation ignores the constraints of static methods";
    }
    return element.getEnclosingElement() instanceof TypeElement type
            && Mirror.of(type) == Mirror.HOLDER
        ? "no validator knows of the constraints of a holder, and they are not read"
        : "";
  }

  private void add(Placed at, String problem) {
    add(at.on(), at.offset(), problem);
  }

  private void add(Element on, int offset, String problem) {
    // The components of a record pass theirs on to its constructor and to its accessors.
    boolean isTold = offset < 1 || problems.stream().anyMatch(each -> each.offset() == offset);
    if (!isTold && !Suppression.isSuppressed(on)) {
      problems.add(new Complaint(offset, problem));
    }
  }

  /** What is wrong with one constraint by itself; empty for nothing. */
  private String problem(Placed placed) {
    AnnotationMirror annotation = placed.annotation();
    if (placed.root() == Placed.RESULT && placed.type().getKind() == TypeKind.VOID) {
      return text(annotation)
          + " on the result of "
          + placed.on().getSimpleName()
          + ", which returns nothing (HV000132): return a value, or put it on a parameter";
    }
    String name = ConstraintAnnotations.builtIn(annotation);
    if (name.isEmpty() || placed.root() == Placed.CROSS) {
      return "";
    }
    String supported = isUnwrapped(annotation) ? "" : types.refusal(name, placed.type());
    if (!supported.isEmpty()) {
      return "no validator of @"
          + name
          + " for "
          + ConstraintTypes.text(placed.type())
          + ", the type of "
          + placed.position()
          + " (HV000030): it is for "
          + supported
          + "; change the type or the constraint";
    }
    String malformed = malformed(name, annotation);
    return malformed.isEmpty() ? "" : text(annotation) + malformed;
  }

  private static String malformed(String name, AnnotationMirror annotation) {
    return switch (name) {
      case "Size" -> {
        int min = ConstraintAnnotations.number(annotation, "min", 0);
        int max = ConstraintAnnotations.number(annotation, "max", Integer.MAX_VALUE);
        if (min < 0 || max < 0) {
          yield " is about a negative size (HV000032): sizes start at 0";
        }
        yield min > max ? " holds for no size (HV000032): min must not exceed max" : "";
      }
      case "Digits" ->
          ConstraintAnnotations.number(annotation, "integer", 0) < 0
                  || ConstraintAnnotations.number(annotation, "fraction", 0) < 0
              ? " is about a negative number of digits (HV000032): it starts at 0"
              : "";
      case "DecimalMin", "DecimalMax" -> decimal(annotation);
      case "Pattern" -> pattern(annotation);
      default -> "";
    };
  }

  private static String decimal(AnnotationMirror annotation) {
    Object value = ConstraintAnnotations.given(annotation, "value");
    try {
      BigDecimal unused = value == null ? null : new BigDecimal(value.toString());
      return "";
    } catch (NumberFormatException malformed) {
      return " is no decimal number (HV000032): write it as in \"0.50\"";
    }
  }

  private static String pattern(AnnotationMirror annotation) {
    if (!(ConstraintAnnotations.given(annotation, "regexp") instanceof String regexp)) {
      return "";
    }
    try {
      Pattern unused = Pattern.compile(regexp, flags(annotation));
      return "";
    } catch (PatternSyntaxException malformed) {
      return " is no regular expression (HV000032): "
          + malformed.getDescription()
          + (malformed.getIndex() < 0 ? "" : " near index " + malformed.getIndex());
    }
  }

  private static int flags(AnnotationMirror annotation) {
    int flags = 0;
    Object given = ConstraintAnnotations.given(annotation, "flags");
    for (Object each : ConstraintAnnotations.elements(given)) {
      String flag = each instanceof VariableElement one ? one.getSimpleName().toString() : "";
      flags |=
          switch (flag) {
            case "COMMENTS" -> Pattern.COMMENTS;
            case "DOTALL" -> Pattern.DOTALL;
            default -> 0;
          };
    }
    return flags;
  }

  private boolean contradict(Placed one, Placed other) {
    return one.root() == other.root()
        && one.position().equals(other.position())
        && groups(one.annotation()).equals(groups(other.annotation()))
        && (exclude(name(one), name(other))
            || exclude(name(other), name(one))
            || apart(one, other));
  }

  private static boolean exclude(String one, String other) {
    return (one.equals("Null") && NEVER_NULL.contains(other))
        || (one.equals("AssertTrue") && other.equals("AssertFalse"))
        || (one.equals("Past") && AFTER_NOW.contains(other))
        || (one.equals("Future") && BEFORE_NOW.contains(other));
  }

  private boolean apart(Placed one, Placed other) {
    Constraint first = builder.constraint(one);
    Constraint second = builder.constraint(other);
    return apart(Bounds.ofNumber(first), Bounds.ofNumber(second))
        || apart(Bounds.ofSize(first), Bounds.ofSize(second));
  }

  private static boolean apart(@Nullable Bounds one, @Nullable Bounds other) {
    return one != null && other != null && one.excludes(other);
  }

  private static String contradiction(Placed earlier, Placed later) {
    String name = name(earlier);
    boolean isAboutNull =
        name.equals("Null") || name(later).equals("Null") || NEVER_NULL.contains(name);
    boolean canBeNull = !later.type().getKind().isPrimitive() && !isAboutNull;
    return "no value of "
        + later.position()
        + (canBeNull ? " but null" : "")
        + " satisfies both "
        + text(earlier.annotation())
        + " and "
        + text(later.annotation())
        + ": remove one of them";
  }

  private static String name(Placed placed) {
    return ConstraintAnnotations.builtIn(placed.annotation());
  }

  private static Set<String> groups(AnnotationMirror annotation) {
    return ConstraintAnnotations.elements(ConstraintAnnotations.given(annotation, "groups"))
        .stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether it asks for the value inside of its container, or not to look there. */
  private static boolean isUnwrapped(AnnotationMirror annotation) {
    Object payload = ConstraintAnnotations.given(annotation, "payload");
    return !ConstraintAnnotations.elements(payload).isEmpty();
  }

  /** A constraint as written, without its message, groups and payload. */
  static String text(AnnotationMirror annotation) {
    String values =
        annotation.getElementValues().entrySet().stream()
            .filter(
                each ->
                    !Set.of("message", "groups", "payload")
                        .contains(each.getKey().getSimpleName().toString()))
            .map(each -> each.getKey().getSimpleName() + " = " + shown(each.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    String only =
        values.startsWith("value = ") && !values.contains(", ") ? values.substring(8) : values;
    return "@"
        + ConstraintAnnotations.typeOf(annotation).getSimpleName()
        + (only.isEmpty() ? "" : "(" + only + ")");
  }

  private static String shown(AnnotationValue value) {
    return value.getValue() instanceof Number number ? number.toString() : value.toString();
  }
}
