package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.Clause;
import dev.tenon.verdict.Violation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.List;
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
      Handles.own(
          OutOfLine.class,
          "front",
          void.class,
          Object.class,
          Throwable.class,
          Object.class,
          Object[].class);
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

  /** The exit, with an exception, of what stands in front of a supplier: perhaps an answer. */
  static void judge(Object state, Throwable thrown, Object self, @Nullable Object[] arguments) {
    if (!(state instanceof Pinned pinned) || !Frameworks.isAnswer(thrown)) {
      return;
    }
    Lane lane = Lane.current();
    Engine engine = Engine.installed();
    if (lane.on) {
      engine.ledger().countDropped();
      return;
    }
    Violation enforced = null;
    lane.on = true;
    try {
      enforced = answered(engine, pinned.plan().of(Front.behind(self)), self, arguments, thrown);
    } catch (Throwable failure) {
      Judge.contain(engine, failure);
    } finally {
      lane.on = false;
    }
    if (enforced != null) {
      Judge.violate(enforced, thrown);
    }
  }

  /**
   * A framework has answered for the constraints before the supplier was reached. That is recorded
   * as a violation of the supplier's seam, once; but not at an entrance, where the framework calls
   * itself: the world outside is no client that owes anything.
   */
  static @Nullable Violation answered(
      Engine engine, Plan behind, Object self, @Nullable Object[] arguments, Throwable answer) {
    Lane lane = Lane.current();
    if (lane.hasAccountedFor(answer)) {
      return null;
    }
    lane.account(answer);
    List<Finding> findings = Judge.preconditions(behind, self, arguments);
    if (Frameworks.isEntrance(behind.implementation().type())) {
      findings = findings.stream().filter(finding -> !finding.isConstraint()).toList();
    }
    return Judge.refused(engine, behind, self, findings, arguments);
  }

  static boolean hasThrown(@Nullable Object state, @Nullable Throwable thrown) {
    return state != null && thrown != null;
  }
}
