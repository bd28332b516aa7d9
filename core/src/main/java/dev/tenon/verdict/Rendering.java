package dev.tenon.verdict;

import org.jspecify.annotations.Nullable;

/**
 * Values as evidence shows them: null, strings, primitives, enums and the JDK's own immutable
 * values in full, records of these, of arrays, collections and maps the type and the size, of
 * anything else the type alone.
 *
 * <p>No code of an application runs, so that rendering cannot block, unless the value's type or a
 * supertype is {@code @Rendered} or {@code all} is set: then its {@code toString} does. A record is
 * shown from its fields; one that states its own {@code toString}, or whose module does not open
 * it, by its type. A value of a {@code @Sensitive} type is never shown.
 *
 * <p>Immutable and thread-safe. Never throws, except for errors of the virtual machine other than a
 * stack overflow.
 */
public final class Rendering {

  /** What stands for a value that must not be shown. */
  public static final String SENSITIVE = "<sensitive>";

  private static final String NOT_RENDERED = "<not rendered>";
  private static final int WIDTH = 120;

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
    if (value == null) {
      return "null";
    }
    try {
      String shown = shown(value, new Allowance());
      return shown != null ? shown : Sizes.typeAndSize(value);
    } catch (Throwable failure) {
      return failed(value, failure);
    }
  }

  /**
   * The name of a type as reports show it.
   *
   * @param type the type
   * @return its name without what a generator adds anew in every run: a generated subclass goes by
   *     the name of its superclass, a proxy by that of its first interface
   */
  public static String typeName(Class<?> type) {
    return TypeName.of(type);
  }

  /** The value in full, or null when only its type may be shown. */
  @Nullable String shown(@Nullable Object value, Allowance allowance) {
    if (value == null) {
      return "null";
    }
    Traits traits = Traits.of(value.getClass());
    if (traits.isSensitive()) {
      return SENSITIVE;
    }
    if (value instanceof String text) {
      return Line.quoted(text, '"', WIDTH);
    }
    String known = KnownValues.text(value, this, allowance);
    if (known != null) {
      return Line.of(known, WIDTH);
    }
    if (value instanceof Record kept) {
      return shownRecord(kept, traits, allowance);
    }
    boolean isAllowed = traits.isRendered() || (all && !Sizes.isSized(value));
    return isAllowed ? shownByToString(value) : null;
  }

  private @Nullable String shownRecord(Record value, Traits traits, Allowance allowance) {
    RecordShape shape = RecordShape.of(value.getClass());
    boolean isAllowed = traits.isRendered() || (all && !shape.hasSensitive());
    if (isAllowed && !(shape.isImplicit() && shape.hasSensitive())) {
      return shownByToString(value);
    }
    String text = shape.text(value, this, allowance);
    return text == null ? null : Line.of(text, WIDTH);
  }

  private static @Nullable String shownByToString(Object value) {
    return TypeName.hasOwnText(value.getClass())
        ? Line.of(String.valueOf(value.toString()), WIDTH)
        : null;
  }

  private static String failed(Object value, Throwable failure) {
    if (failure instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
      throw error;
    }
    try {
      String threw = " (rendering it threw " + TypeName.of(failure.getClass()) + ")";
      return TypeName.of(value.getClass()) + threw;
    } catch (StackOverflowError again) {
      // The application left no stack: whatever is called here overflows it again.
      return NOT_RENDERED;
    }
  }
}
