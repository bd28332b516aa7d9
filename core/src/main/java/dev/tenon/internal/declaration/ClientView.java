package dev.tenon.internal.declaration;

import dev.tenon.contract.Assumes;
import org.jspecify.annotations.Nullable;

/**
 * What a client assumes of a seam.
 *
 * <p>Immutable; read once for each type.
 *
 * @param type the interface in the client's package that says so
 * @param seam the interface whose operations it mirrors
 * @param declaration its clauses; silent when it has constraints alone
 */
public record ClientView(Class<?> type, Class<?> seam, Declaration declaration) {

  private static final Kept<Reading> READ =
      new Kept<>() {
        @Override
        protected Reading compute(Class<?> type) {
          return read(type);
        }
      };

  /**
   * Reads a view.
   *
   * @param type any type
   * @return the view; null when the type is none
   * @throws TypeNotPresentException if the seam is not visible from its class loader
   */
  public static @Nullable ClientView of(Class<?> type) {
    Reading reading = READ.of(type);
    if (reading.absent() != null) {
      throw new TypeNotPresentException(reading.absent(), null);
    }
    return reading.view();
  }

  /**
   * Whether a type says that it is a view, also where its seam is absent.
   *
   * @param type any type
   * @return true for an interface with the annotation
   */
  public static boolean isOne(Class<?> type) {
    return type.isInterface() && type.isAnnotationPresent(Assumes.class);
  }

  private static Reading read(Class<?> type) {
    try {
      Assumes about = type.getAnnotation(Assumes.class);
      return about == null || !type.isInterface()
          ? new Reading(null, null)
          : new Reading(
              new ClientView(type, about.value(), Declarations.assumed(type, about.value())), null);
    } catch (TypeNotPresentException absent) {
      return new Reading(null, absent.typeName());
    }
  }

  /** The exception is made anew: one that is kept would keep its first caller's frames. */
  private record Reading(@Nullable ClientView view, @Nullable String absent) {}
}
