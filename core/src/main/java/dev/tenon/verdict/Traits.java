package dev.tenon.verdict;

import dev.tenon.contract.Rendered;
import dev.tenon.contract.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * What a type or one of its supertypes says about showing its values.
 *
 * @param isSensitive whether they must not be shown
 * @param isRendered whether their {@code toString} may be called
 */
record Traits(boolean isSensitive, boolean isRendered) {

  private static final Traits NONE = new Traits(false, false);

  private static final int SENSITIVE = 1;
  private static final int RENDERED = 2;

  /** As a number: an object of this class would tie its loader to a type that may outlive it. */
  private static final ClassValue<Integer> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          Traits read = read(type);
          return (read.isSensitive ? SENSITIVE : 0) | (read.isRendered ? RENDERED : 0);
        }
      };

  static Traits of(Class<?> type) {
    if (type.getClassLoader() == null) {
      return NONE;
    }
    int kept = BY_TYPE.get(type);
    return new Traits((kept & SENSITIVE) != 0, (kept & RENDERED) != 0);
  }

  private static Traits read(@Nullable Class<?> type) {
    if (type == null || type.getClassLoader() == null) {
      return NONE;
    }
    Traits own =
        new Traits(
            type.isAnnotationPresent(Sensitive.class), type.isAnnotationPresent(Rendered.class));
    Traits all = own.and(read(type.getSuperclass()));
    for (Class<?> parent : type.getInterfaces()) {
      all = all.and(read(parent));
    }
    return all;
  }

  private Traits and(Traits other) {
    return new Traits(isSensitive || other.isSensitive, isRendered || other.isRendered);
  }
}
