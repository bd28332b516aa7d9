package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the validator about the constraints of one role of an operation. Thread-safe. */
final class Delegate {

  private final Class<?> type;
  private final Executable executable;
  private final List<Constraint> constraints;
  private final boolean isOfResult;
  private final Supplier<Flag> flags;
  private final Consumer<String> problems;
  private volatile boolean isRefused;

  Delegate(
      Class<?> type,
      Executable executable,
      List<Constraint> constraints,
      boolean isOfResult,
      Supplier<Flag> flags,
      Consumer<String> problems) {
    this.type = type;
    this.executable = executable;
    this.constraints = constraints;
    this.isOfResult = isOfResult;
    this.flags = flags;
    this.problems = problems;
  }

  /**
   * Asks.
   *
   * @param asked a bit for each constraint that is asked
   * @param operands those of the side
   * @return the number of the first that is broken; -1 for none
   */
  int ask(long asked, @Nullable Object[] operands) {
    if (asked == 0 || isRefused) {
      return -1;
    }
    List<Breach> breaches;
    try {
      breaches = breaches(operands);
    } catch (Validation.DeclarationProblem problem) {
      isRefused = true;
      problems.accept(
          "the validator does not accept the declaration of "
              + executable.getName()
              + ": "
              + problem.getMessage());
      return -1;
    }
    for (int i = 0; !breaches.isEmpty() && i < constraints.size(); i++) {
      if ((asked & 1L << i) != 0 && isBroken(breaches, i)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The same where the flag is free, and else -2: what a validator calls is not asked about.
   *
   * @param flag the flag of the current thread
   * @param asked a bit for each constraint that is asked
   * @param operands those of the side
   */
  int askUnder(Flag flag, long asked, @Nullable Object[] operands) {
    return flag.on ? -2 : ask(asked, operands);
  }

  /** What the validator finds wrong with one constraint; null when it cannot tell. */
  @Nullable List<Breach> breaches(int number, @Nullable Object[] operands) {
    Constraint constraint = constraints.get(number);
    try {
      return answers()
          ? breaches(operands).stream().filter(each -> each.isOf(constraint)).toList()
          : null;
    } catch (Validation.DeclarationProblem problem) {
      // It is announced where something depends on the validator.
      return null;
    }
  }

  /** Whether the validator answers at all. */
  boolean answers() {
    return !isRefused && Validators.of(type).validation() != null;
  }

  private boolean isBroken(List<Breach> breaches, int number) {
    for (Breach each : breaches) {
      if (each.isOf(constraints.get(number))) {
        return true;
      }
    }
    return false;
  }

  private List<Breach> breaches(@Nullable Object[] operands) {
    Validation validation = Validators.of(type).validation();
    if (validation == null) {
      return List.of();
    }
    Flag flag = flags.get();
    boolean wasOn = flag.on;
    flag.on = true;
    try {
      return breaches(validation, operands);
    } finally {
      flag.on = wasOn;
    }
  }

  private List<Breach> breaches(Validation validation, @Nullable Object[] operands) {
    int parameters = executable.getParameterCount();
    if (!isOfResult) {
      return validation.parameters(
          object(operands[0]), executable, Arrays.copyOfRange(operands, 1, 1 + parameters));
    }
    return executable instanceof Constructor
        ? validation.result(null, executable, operands[0])
        : validation.result(object(operands[1]), executable, operands[0]);
  }

  /** Nobody implements a client's view: to the validator something does. */
  private @Nullable Object object(@Nullable Object self) {
    return self == null || type.isInstance(self) ? self : standIn();
  }

  private Object standIn() {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          throw new UnsupportedOperationException(type.getName() + " is a view: " + method);
        });
  }
}
