package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that one place may have: a parameter, a result, a component of an object, an element
 * of a collection.
 *
 * <p>Immutable: what narrows it gives another.
 */
public interface Domain {

  /** The erased type of the values. */
  Class<?> type();

  /** What is known of all of them: null or not, numbers, sizes, patterns. */
  Limits limits();

  /**
   * Those that keep within further limits.
   *
   * @param further the limits
   * @return the domain of the values that are in both
   * @throws EmptyDomainException if there is none, as far as that can be told; it names who asks
   *     for what
   */
  Domain narrow(Limits further);

  /**
   * Draws a value.
   *
   * @param choices where it comes from
   * @return a value inside; the simplest if all choices are 0
   * @throws NoValueException if none was found within the tries, or the type cannot be made
   */
  @Nullable Object draw(Choices choices);

  /** Whether a value is inside, as far as this domain can tell; its limits are all asked. */
  boolean holds(@Nullable Object value);

  /**
   * The values of a component, where whoever makes the object decides them.
   *
   * @param accessor the name of the accessor, getter or public field by which clauses read it
   * @return its domain; null when it cannot be decided, so that it is known only of an object made
   */
  default @Nullable Domain part(String accessor) {
    return null;
  }

  /**
   * The same with other values of a component.
   *
   * @param accessor the name of a component that has a domain here
   * @param part its domain
   */
  default Domain with(String accessor, Domain part) {
    throw new IllegalArgumentException(accessor + " is no part of " + text());
  }

  /** The domain of the elements; null where there are none, or several kinds. */
  default @Nullable Domain element() {
    return null;
  }

  /**
   * The same with other elements.
   *
   * @param element their domain, where {@link #element} gives one
   */
  default Domain withElement(Domain element) {
    throw new IllegalArgumentException(text() + " has no elements");
  }

  /**
   * The constraints that this domain does not know, such as {@code @Iban on account}: values are
   * drawn without regard to them, so that whoever draws asks them again. Those of parts and
   * elements are among them.
   */
  default List<String> opaque() {
    return List.of();
  }

  /** The domains at each bound and just inside of it, those of parts and elements included. */
  default List<Variant> edges() {
    return List.of();
  }

  /** The domains just outside of each bound and constraint, with all else inside. */
  default List<Variant> outside() {
    return List.of();
  }

  /** How it reads: such as {@code long from 1 to 100}. */
  String text();
}
