package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause;
import dev.tenon.model.Node;
import dev.tenon.model.StandIn;
import dev.tenon.verdict.Violation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What a mock library generates to answer in a supplier's place.
 *
 * <p>It has no state that a clause could ask for, and to ask it is to use it: the library takes
 * that for a call of the test. So the clauses are asked that need nothing but plain arguments and
 * results.
 */
final class StandIns {

  private static final String LIBRARY = "org.mockito.internal.";

  private static final MethodHandle IS_ANY =
      Handles.own(StandIns.class, "isAny", boolean.class, Object[].class);
  private static final MethodHandle IS_GUARDED =
      Handles.own(StandIns.class, "isGuarded", boolean.class, Object.class);
  private static final MethodHandle IS_ONE =
      Handles.own(StandIns.class, "isOne", boolean.class, Object.class);

  private StandIns() {}

  /** Whether the objects of a class are stand-ins. */
  static boolean is(Class<?> type) {
    return StandIn.isNamed(type.getName());
  }

  /** Whether a class is what the objects of stand-ins and spies hand their calls to. */
  static boolean isOfLibrary(Class<?> type) {
    return type.getName().startsWith(LIBRARY);
  }

  /** Whether a clause can be asked without asking the stand-in itself. */
  static boolean canBeAsked(Checks checks, Clause clause) {
    return switch (clause.role()) {
      case REQUIRES, ENSURES -> !asksSupplier(clause.tree());
      // They close the list of what may be thrown together.
      case THROWS, AFTER ->
          checks.side(Clause.Role.THROWS).clauses().stream()
                  .noneMatch(each -> asksSupplier(each.tree()))
              && !asksSupplier(clause.tree());
      case INVARIANT -> false;
    };
  }

  /** What the tree does not open may ask anything. */
  private static boolean asksSupplier(Node node) {
    return node.kind() == Node.Kind.THIS
        || node.kind() == Node.Kind.OPAQUE
        || node.children().stream().anyMatch(StandIns::asksSupplier);
  }

  /**
   * Leaves out calls with a stand-in among their arguments.
   *
   * @param entry (Object self, arguments…)Object
   */
  static MethodHandle entry(MethodHandle entry) {
    MethodType type = entry.type();
    MethodHandle test =
        IS_ANY
            .asCollector(Object[].class, type.parameterCount() - 1)
            .asType(type.dropParameterTypes(0, 1).changeReturnType(boolean.class));
    return MethodHandles.guardWithTest(
        MethodHandles.dropArguments(test, 0, type.parameterType(0)),
        MethodHandles.empty(type),
        entry);
  }

  /**
   * Leaves out calls of checking proxies in front of stand-ins, which ask themselves.
   *
   * @param entry (Object self, arguments…)Object
   */
  static MethodHandle unlessInFront(MethodHandle entry) {
    MethodType type = entry.type();
    MethodHandle test =
        IS_GUARDED.asType(MethodType.methodType(boolean.class, type.parameterType(0)));
    return MethodHandles.guardWithTest(test, MethodHandles.empty(type), entry);
  }

  /**
   * Leaves out calls that give a stand-in.
   *
   * @param exit (Object state, Throwable thrown, result, Object self, arguments…)void
   */
  static MethodHandle exit(MethodHandle exit) {
    MethodType type = exit.type();
    if (type.parameterType(2).isPrimitive()) {
      return exit;
    }
    MethodHandle test = IS_ONE.asType(MethodType.methodType(boolean.class, type.parameterType(2)));
    return MethodHandles.guardWithTest(
        MethodHandles.dropArguments(test, 0, type.parameterList().subList(0, 2)),
        MethodHandles.empty(type),
        exit);
  }

  /**
   * Takes what is found at a stand-in: it is no record, but told to who knows what that was doing.
   *
   * @return false where the supplier is none
   */
  static boolean take(Engine engine, Plan plan, Violation violation, @Nullable Object self) {
    if (self == null || !plan.implementation().isStandIn()) {
      return false;
    }
    engine.standIns().tell(violation, self);
    return true;
  }

  /** Whether that is a checking proxy, and a stand-in is behind it. */
  static boolean isGuarded(@Nullable Object proxy) {
    return proxy != null && isOne(GuardedSupplier.unwrapped(proxy));
  }

  static boolean isAny(@Nullable Object[] values) {
    for (Object value : values) {
      if (isOne(value)) {
        return true;
      }
    }
    return false;
  }

  static boolean isOne(@Nullable Object value) {
    return value != null && is(value.getClass());
  }
}
