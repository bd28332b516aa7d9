package dev.tenon.internal.constraint;

import java.lang.reflect.Executable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The validator of an application. Thread-safe. */
interface Validation {

  /**
   * What is wrong with the arguments of a call.
   *
   * @param self the receiver; null for a constructor
   * @throws DeclarationProblem if the validator does not accept the declaration
   */
  List<Breach> parameters(
      @Nullable Object self, Executable executable, @Nullable Object[] arguments);

  /**
   * What is wrong with what a call returned.
   *
   * @param self the receiver; for a constructor the object made
   * @throws DeclarationProblem if the validator does not accept the declaration
   */
  List<Breach> result(@Nullable Object self, Executable executable, @Nullable Object result);

  /** Whether it does not know all constraints that are written on an operation of a class. */
  boolean isMapped(Class<?> receiver, Constrained constrained);

  /** The clock by which times are past or to come. */
  Clock clock();

  /** By how much times may be wrong. */
  Duration tolerance();

  /** A declaration that the validator does not accept: it says the same at every call. */
  final class DeclarationProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeclarationProblem(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
