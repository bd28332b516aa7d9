package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A subclass that Spring generates to stand in front of a supplier, whose own body asks.
 *
 * <p>It asks nothing, since what stands behind does; but where an interceptor between the two
 * refuses a call for its constraints, nobody behind hears of it. That is found out here, from the
 * exception, and costs a call that is not refused nothing.
 */
final class Front {

  /** Other frameworks put nothing into such classes that validates calls. */
  private static final String MARK = "$$SpringCGLIB$$";

  private static final MethodHandle EXIT =
      Handles.outOfLine(
          Handles.own(
              Judge.class,
              "exitInFront",
              void.class,
              Object.class,
              Throwable.class,
              Object.class,
              Object[].class));
  private static final MethodHandle HAS_THROWN =
      Handles.own(Front.class, "hasThrown", boolean.class, Object.class, Throwable.class);

  private Front() {}

  /** Whether a class is one of those. */
  static boolean is(Class<?> type) {
    return type.getName().contains(MARK);
  }

  /** Whether a body of such a class has another behind it; else it is the supplier's own. */
  static boolean isBefore(Class<?> owner, String method, MethodType erased) {
    return is(owner) && hasCode(owner.getSuperclass(), method, erased.parameterArray());
  }

  private static boolean hasCode(Class<?> type, String method, Class<?>[] parameters) {
    return Declarations.supertypes(type).stream()
        .anyMatch(each -> declaresCode(each, method, parameters));
  }

  private static boolean declaresCode(Class<?> type, String method, Class<?>[] parameters) {
    try {
      return !Modifier.isAbstract(type.getDeclaredMethod(method, parameters).getModifiers());
    } catch (NoSuchMethodException | LinkageError absent) {
      return false;
    }
  }

  /** The class of the supplier that an object stands in front of. */
  static Class<?> behind(Object front) {
    Class<?> type = front.getClass();
    while (is(type)) {
      type = type.getSuperclass();
    }
    return type;
  }

  /** Whether a framework's answer may be about a clause. */
  static boolean asks(Checks checks, Clause clause) {
    return clause.role() == Clause.Role.REQUIRES && Modes.isConstraint(checks, clause);
  }

  /**
   * Links the entry.
   *
   * @param plan the plan in force
   * @param site (Object self, arguments…)Object
   * @return a handle of the type of the site
   */
  static MethodHandle entry(Plan plan, MethodType site) {
    @Nullable Object state = plan.isIdle() ? null : plan.held();
    return MethodHandles.dropArguments(
        MethodHandles.constant(Object.class, state), 0, site.parameterList());
  }

  /**
   * Links the exit.
   *
   * @param site (Object state, Throwable thrown, result, Object self, arguments…)void
   * @param hasResult whether the body returns a value
   * @return a handle of the type of the site
   */
  static MethodHandle exit(MethodType site, boolean hasResult) {
    int self = hasResult ? 3 : 2;
    MethodHandle exit = EXIT.asCollector(Object[].class, site.parameterCount() - self - 1);
    if (hasResult) {
      exit = MethodHandles.dropArguments(exit, 2, site.parameterType(2));
    }
    return MethodHandles.guardWithTest(HAS_THROWN, exit.asType(site), MethodHandles.empty(site));
  }

  static boolean hasThrown(@Nullable Object state, @Nullable Throwable thrown) {
    return state != null && thrown != null;
  }
}
