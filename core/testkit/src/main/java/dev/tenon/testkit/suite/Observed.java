package dev.tenon.testkit.suite;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended, and what was recorded meanwhile, on whatever thread.
 *
 * @param result what it returned; null also for nothing
 * @param thrown what it threw; null when it returned
 * @param violations what was recorded, or thrown
 */
record Observed(@Nullable Object result, @Nullable Throwable thrown, List<Violation> violations) {

  static Observed call(Object target, Method method, List<@Nullable Object> arguments) {
    List<Violation> recorded = new CopyOnWriteArrayList<>();
    Consumer<Violation> listener = recorded::add;
    // Of other threads, which may be the supplier's own.
    Seams.ledger().onRecord(listener);
    try {
      return Seams.ledger().rehearse(listener, () -> call(target, method, arguments, recorded));
    } finally {
      Seams.ledger().forget(listener);
    }
  }

  private static Observed call(
      Object target, Method method, List<@Nullable Object> arguments, List<Violation> recorded) {
    try {
      Object result = method.invoke(target, arguments.toArray());
      return new Observed(result, null, List.copyOf(recorded));
    } catch (InvocationTargetException thrown) {
      return ended(thrown.getTargetException(), recorded);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(method + " cannot be called by the testkit", hidden);
    }
  }

  private static Observed ended(Throwable thrown, List<Violation> recorded) {
    List<Violation> all = new ArrayList<>(recorded);
    if (thrown instanceof ContractViolation violation && !all.contains(violation.violation())) {
      all.add(violation.violation());
    }
    return new Observed(null, thrown, all);
  }
}
