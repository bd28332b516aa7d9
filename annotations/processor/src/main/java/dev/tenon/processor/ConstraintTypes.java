package dev.tenon.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Which types the built-in constraints of Bean Validation support. */
final class ConstraintTypes {

  private static final List<String> TEMPORAL =
      List.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.MonthDay",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZonedDateTime",
          "java.time.chrono.HijrahDate",
          "java.time.chrono.JapaneseDate",
          "java.time.chrono.MinguoDate",
          "java.time.chrono.ThaiBuddhistDate",
          "org.joda.time.ReadableInstant",
          "org.joda.time.ReadablePartial");
  private static final List<String> SIZED =
      List.of("java.lang.CharSequence", "java.util.Collection", "java.util.Map");
  private static final List<String> NUMERIC =
      List.of(
          "java.lang.Number",
          "java.lang.CharSequence",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "javax.money.MonetaryAmount");

  /** Validators look inside of these. */
  private static final List<String> UNWRAPPED = List.of("javafx.beans.value.ObservableValue");

  private final Toolbox toolbox;

  ConstraintTypes(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** What a built-in constraint is for, as messages say it; empty when it supports a type. */
  String refusal(String constraint, TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR || isAny(type, UNWRAPPED)) {
      return "";
    }
    return switch (constraint) {
      case "Size", "NotEmpty" ->
          type instanceof ArrayType || isAny(type, SIZED)
              ? ""
              : "CharSequence, Collection, Map and arrays";
      case "NotBlank", "Pattern", "Email" ->
          isAny(type, List.of("java.lang.CharSequence")) ? "" : "CharSequence";
      case "AssertTrue", "AssertFalse" ->
          type.getKind() == TypeKind.BOOLEAN || isAny(type, List.of("java.lang.Boolean"))
              ? ""
              : "boolean and Boolean";
      case "Min",
          "Max",
          "DecimalMin",
          "DecimalMax",
          "Digits",
          "Positive",
          "PositiveOrZero",
          "Negative",
          "NegativeOrZero" ->
          isNumber(type) || isAny(type, NUMERIC) ? "" : "numbers and CharSequence";
      case "Past", "PastOrPresent", "Future", "FutureOrPresent" ->
          isAny(type, TEMPORAL) ? "" : "java.time, Date and Calendar";
      default -> "";
    };
  }

  private static boolean isNumber(TypeMirror type) {
    return switch (type.getKind()) {
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  private boolean isAny(TypeMirror type, List<String> names) {
    if (type.getKind().isPrimitive()) {
      return false;
    }
    for (String name : names) {
      TypeElement element = toolbox.elements().getTypeElement(name);
      if (element != null
          && toolbox.types().isAssignable(type, toolbox.types().erasure(element.asType()))) {
        return true;
      }
    }
    return false;
  }

  /** A type as messages write it. */
  static String text(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return text(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    }
    return type instanceof TypeVariable variable
        ? variable.asElement().getSimpleName().toString()
        : type.getKind().name().toLowerCase(Locale.ROOT);
  }
}
