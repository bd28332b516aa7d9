package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one type are made that are not null. */
interface Kind {

  /** The erased type. */
  Class<?> type();

  /** Draws one that keeps the bounds; whether it is excepted is asked by the caller too. */
  Object draw(Bounds bounds, Choices choices);

  /** Whether a value is of this kind and keeps the bounds. */
  boolean holds(Object value, Bounds bounds);

  /** Whether no value keeps the bounds, as far as that can be told. */
  boolean isEmpty(Bounds bounds);

  /** What is at the bounds and just inside. */
  List<Change> edges(Bounds bounds);

  /** What is outside of the constraints of elements and parts. */
  default List<Change> outside() {
    return List.of();
  }

  /** All values, if there are not more than so many; null otherwise. */
  default @Nullable List<Object> all(Bounds bounds, int most) {
    return null;
  }

  /** Whether making one would not end if it were not kept small. */
  default boolean isTerse() {
    return false;
  }

  default @Nullable Domain part(String accessor) {
    return null;
  }

  default Kind with(String accessor, Domain part) {
    throw new IllegalArgumentException(accessor + " is no part of " + text(Bounds.NONE));
  }

  default @Nullable Domain element() {
    return null;
  }

  default Kind withElement(Domain element) {
    throw new IllegalArgumentException(text(Bounds.NONE) + " has no elements");
  }

  /** Constraints inside that nobody here knows. */
  default List<String> opaque() {
    return List.of();
  }

  /** How bounds read. */
  default String said(Bounds bounds) {
    return bounds.text();
  }

  /** How it reads. */
  default String text(Bounds bounds) {
    String said = said(bounds);
    return type().getSimpleName() + (said.isEmpty() ? "" : " " + said);
  }

  /** The kind, or the bounds, of a variant. */
  record Change(String what, Kind kind, Bounds bounds) {}
}
