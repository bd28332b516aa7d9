package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Puts entry and exit around one call of a client. */
public final class CallGuard {

  private CallGuard() {}

  /**
   * The call with what the views of its client say.
   *
   * @param call (supplier, arguments…)R
   * @param body what is guarded
   * @return a handle of the same type
   */
  public static MethodHandle around(MethodHandle call, Body body) {
    MethodType type = call.type();
    Class<?> result = type.returnType();
    boolean hasResult = result != void.class;
    // With the supplier's static type: as an object it would have to be cast for each clause.
    MethodType entry = type.changeReturnType(Object.class);
    MethodType exit = entry.changeReturnType(void.class);
    exit = hasResult ? exit.insertParameterTypes(0, result) : exit;
    exit = exit.insertParameterTypes(0, Object.class, Throwable.class);
    MethodHandle enter = HandoffSite.entry(body, entry).dynamicInvoker();
    MethodHandle leave = HandoffSite.exit(body, exit, hasResult).dynamicInvoker();
    MethodHandle guarded =
        MethodHandles.tryFinally(
            MethodHandles.dropArguments(call.asFixedArity(), 0, Object.class),
            cleanup(leave, type));
    return MethodHandles.foldArguments(guarded, enter);
  }

  /** (thrown, result unless void, state, supplier, arguments…)result from an exit. */
  private static MethodHandle cleanup(MethodHandle exit, MethodType call) {
    Class<?> result = call.returnType();
    boolean hasResult = result != void.class;
    List<Class<?>> parameters = new ArrayList<>();
    parameters.add(Throwable.class);
    if (hasResult) {
      parameters.add(result);
    }
    parameters.add(Object.class);
    parameters.addAll(call.parameterList());
    MethodType type = MethodType.methodType(void.class, parameters);
    int state = hasResult ? 2 : 1;
    int[] from = new int[exit.type().parameterCount()];
    from[0] = state;
    from[1] = 0;
    for (int i = 2; i < from.length; i++) {
      from[i] = hasResult ? i == 2 ? 1 : i : i;
    }
    MethodHandle leave = Handles.arrange(exit, type, from);
    if (!hasResult) {
      return leave;
    }
    MethodHandle given =
        MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
    given = MethodHandles.dropArguments(given, 2, parameters.subList(2, parameters.size()));
    return MethodHandles.foldArguments(given, leave);
  }
}
