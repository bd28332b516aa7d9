package dev.tenon.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of Bean Validation where it stands.
 *
 * <p>Immutable.
 *
 * @param position what it is about: a parameter's name, {@code result} or {@code parameters},
 *     followed by the type parameters, or {@code elements}, on the way inwards: {@code names.E}
 * @param annotation the binary name of the annotation
 * @param attributes what is given explicitly, by name
 */
public record Constraint(String position, String annotation, List<Attribute> attributes) {

  /**
   * Keeps copies.
   *
   * @param position what it is about
   * @param annotation the binary name of the annotation
   * @param attributes what is given explicitly, by name
   */
  public Constraint {
    attributes = List.copyOf(attributes);
  }

  private static final String BUILT_IN = "jakarta.validation.constraints.";
  private static final Set<String> ASIDE = Set.of("message", "groups", "payload");

  /** The name of a constraint of the specification, without its package; empty for another. */
  String builtIn() {
    return annotation.startsWith(BUILT_IN) ? annotation.substring(BUILT_IN.length()) : "";
  }

  /** What is given explicitly for an attribute; null for nothing. */
  @Nullable Value given(String attribute) {
    for (Attribute each : attributes) {
      if (each.name().equals(attribute)) {
        return each.value();
      }
    }
    return null;
  }

  /** Whether it is of the default group, so that it counts wherever nobody asks for others. */
  boolean isOfDefaultGroup() {
    return given("groups") == null;
  }

  /** Whether the other says the same of its value, in whatever words. */
  boolean says(Constraint other) {
    return annotation.equals(other.annotation) && meaning().equals(other.meaning());
  }

  private Map<String, Value> meaning() {
    return attributes.stream()
        .filter(each -> !each.name().equals("message"))
        .collect(Collectors.toMap(Attribute::name, Attribute::value));
  }

  /**
   * The annotation as it is written, and its position; what does not change its meaning is left
   * out.
   *
   * @return such as {@code @Size(max = 9) names}
   */
  public String text() {
    List<Attribute> shown =
        attributes.stream().filter(each -> !ASIDE.contains(each.name())).toList();
    String name =
        annotation.substring(
            1 + Math.max(annotation.lastIndexOf('.'), annotation.lastIndexOf('$')));
    boolean isValueAlone = shown.size() == 1 && shown.get(0).name().equals("value");
    String inside =
        shown.stream()
            .map(each -> (isValueAlone ? "" : each.name() + " = ") + text(each.value()))
            .collect(Collectors.joining(", "));
    return "@" + name + (inside.isEmpty() ? "" : "(" + inside + ")") + " " + position;
  }

  private static String text(Value value) {
    if (value instanceof Plain plain) {
      return plain.text();
    }
    if (value instanceof Text text) {
      return '"' + text.text() + '"';
    }
    if (value instanceof Many many) {
      return many.values().stream()
          .map(Constraint::text)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return "@…";
  }

  /**
   * One attribute of an annotation. Immutable.
   *
   * @param name its name
   * @param value what is given
   */
  public record Attribute(String name, Value value) {}

  /** What an attribute can be. Immutable. */
  public sealed interface Value {}

  /**
   * A number or a truth value.
   *
   * @param text as JSON writes it
   */
  public record Plain(String text) implements Value {}

  /**
   * A text, a character, a constant of an enum by its name, or a type by its binary name.
   *
   * @param text the text
   */
  public record Text(String text) implements Value {}

  /**
   * An array.
   *
   * @param values the elements in order
   */
  public record Many(List<Value> values) implements Value {

    /**
     * Keeps copies.
     *
     * @param values the elements in order
     */
    public Many {
      values = List.copyOf(values);
    }
  }

  /**
   * An annotation.
   *
   * @param annotation its binary name
   * @param attributes what is given explicitly, by name
   */
  public record Nested(String annotation, List<Attribute> attributes) implements Value {

    /**
     * Keeps copies.
     *
     * @param annotation its binary name
     * @param attributes what is given explicitly, by name
     */
    public Nested {
      attributes = List.copyOf(attributes);
    }
  }
}
