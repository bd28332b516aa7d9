package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * One operation as a checking proxy passes it on: entry, body, exit.
 *
 * @param call (self, arguments[])Object
 * @param body what is guarded; null when nothing binds the operation
 * @param enter (self, arguments[])Object; null when nothing binds the operation
 * @param leave (state, thrown, result, self, arguments[])void; null when nothing binds the
 *     operation
 */
record Handoff(
    MethodHandle call,
    @Nullable Body body,
    @Nullable MethodHandle enter,
    @Nullable MethodHandle leave) {

  static Handoff unguarded(MethodHandle call) {
    return new Handoff(call, null, null, null);
  }

  static Handoff guarded(MethodHandle call, Body body, MethodType type) {
    boolean hasResult = type.returnType() != void.class;
    MethodType entry = type.changeReturnType(Object.class).insertParameterTypes(0, Object.class);
    MethodType exit = entry.changeReturnType(void.class);
    if (hasResult) {
      exit = exit.insertParameterTypes(0, type.returnType());
    }
    exit = exit.insertParameterTypes(0, Object.class, Throwable.class);
    MethodHandle enter = spread(HandoffSite.entry(body, entry).dynamicInvoker(), 0);
    MethodHandle leave = HandoffSite.exit(body, exit, hasResult).dynamicInvoker();
    if (hasResult) {
      // A call that threw has no result: null for a reference, zero for a primitive.
      leave =
          MethodHandles.explicitCastArguments(
              leave, leave.type().changeParameterType(2, Object.class));
    } else {
      leave = MethodHandles.dropArguments(leave, 2, Object.class);
    }
    return new Handoff(call, body, enter, spread(leave, 3));
  }

  /** Passes a call on to a supplier; the receiver is what its clauses are asked of. */
  @Nullable Object pass(Object supplier, Object self, @Nullable Object[] arguments)
      throws Throwable {
    if (body == null || enter == null || leave == null) {
      return (Object) call.invokeExact(supplier, arguments);
    }
    // In this one method: who walks the stack counts its frames.
    GuardedCall under = GuardedCall.begin(body);
    try {
      Object state = (Object) enter.invokeExact(self, arguments);
      Object result;
      try {
        result = (Object) call.invokeExact(supplier, arguments);
      } catch (Throwable thrown) {
        under.isLeft();
        leave.invokeExact(state, thrown, (Object) null, self, arguments);
        throw thrown;
      }
      under.isLeft();
      leave.invokeExact(state, (Throwable) null, result, self, arguments);
      return result;
    } finally {
      under.end();
    }
  }

  /** (…, Object self, Object[] arguments) from (…, self, arguments…), with a boxed result. */
  static MethodHandle spread(MethodHandle handle, int self) {
    MethodType boxed = handle.type();
    for (int i = self; i < boxed.parameterCount(); i++) {
      boxed = boxed.changeParameterType(i, Object.class);
    }
    if (self == 0) {
      boxed = boxed.changeReturnType(Object.class);
    }
    return handle
        .asFixedArity()
        .asType(boxed)
        .asSpreader(Object[].class, boxed.parameterCount() - self - 1);
  }
}
