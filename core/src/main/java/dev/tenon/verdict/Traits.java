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

  private static final ClassValue<Traits> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Traits computeValue(Class<?> type) {
          return read(type);
        }
      };

  static Traits of(Class<?> type) {
    // Nothing is kept with the JDK's own classes: they would hold this class loader for ever.
    return type.getClassLoader() == null ? NONE : BY_TYPE.get(type);
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
