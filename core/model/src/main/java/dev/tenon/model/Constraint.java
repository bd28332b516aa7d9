package dev.tenon.model;

import java.util.List;

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
