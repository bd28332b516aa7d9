package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a validator depend on beside the value and the constraint.
 *
 * <p>Immutable; thread-safe if the suppliers are.
 *
 * @param blank what counts as blank
 * @param clock gives the clock; read at each evaluation, under the flag
 * @param tolerance by how much times may be wrong; its sign does not matter
 * @param flags gives the flag of the current thread, held while code of the application runs
 */
public record Dialect(
    Blank blank, Supplier<Clock> clock, Duration tolerance, Supplier<? extends Flag> flags) {

  private static final String NOT_BLANK_VALIDATOR =
      "org.hibernate.validator.internal.constraintvalidators.bv.NotBlankValidator";

  /** In the reference implementation since 9. */
  private static final String NINE_ONLY = "org.hibernate.validator.constraints.BitcoinAddress";

  /** What counts as blank. */
  public enum Blank {
    /** As {@link String#isBlank()}: version 9 of the reference implementation. */
    WHITE_SPACE,
    /** What {@link String#trim()} removes: version 8. */
    TRIMMED;

    /**
     * Finds out what the validator that a class loader sees takes for blank, by asking it.
     *
     * @param loader the application's class loader; null for the boot loader
     * @return the kind; that of version 9 when there is no reference implementation
     */
    public static Blank of(@Nullable ClassLoader loader) {
      try {
        Class<?> validator = Class.forName(NOT_BLANK_VALIDATOR, true, loader);
        Constructor<?> constructor = validator.getConstructor();
        for (Method method : validator.getMethods()) {
          if (method.getName().equals("isValid")
              && method.getParameterTypes()[0] == CharSequence.class) {
            Object valid = method.invoke(constructor.newInstance(), "\u2003", null);
            return Boolean.TRUE.equals(valid) ? TRIMMED : WHITE_SPACE;
          }
        }
        return byVersion(loader);
      } catch (ClassNotFoundException absent) {
        return WHITE_SPACE;
      } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
        // On the module path its internal packages are closed.
        return byVersion(loader);
      }
    }

    static Blank byVersion(@Nullable ClassLoader loader) {
      try {
        Class.forName(NINE_ONLY, false, loader);
        return WHITE_SPACE;
      } catch (ClassNotFoundException | LinkageError older) {
        return TRIMMED;
      }
    }
  }

  /**
   * The dialect of the validator that a class loader sees.
   *
   * @param loader the application's class loader; null for the boot loader
   * @param clock gives the clock
   * @param tolerance by how much times may be wrong
   * @param flags gives the flag of the current thread
   * @return the dialect
   */
  public static Dialect of(
      @Nullable ClassLoader loader,
      Supplier<Clock> clock,
      Duration tolerance,
      Supplier<? extends Flag> flags) {
    return new Dialect(Blank.of(loader), clock, tolerance, flags);
  }
}
