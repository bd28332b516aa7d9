package dev.tenon.internal.check;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.Flag;
import dev.tenon.contract.companion.Trace;
import dev.tenon.model.Clause;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds the methods of one operation by the names that the processor gives them. */
record Finder(MethodHandles.Lookup lookup, Class<?> companion, int index) {

  Side side(Clause.Role of, MethodType operands, List<Clause> clauses)
      throws ReflectiveOperationException {
    if (clauses.isEmpty()) {
      return Side.none();
    }
    String role = of.name().toLowerCase(Locale.ROOT);
    String title = of.name().charAt(0) + role.substring(1);
    boolean leaves = clauses.stream().allMatch(Clause::leaf);
    MethodType some = operands.insertParameterTypes(0, long.class);
    MethodType under = some.insertParameterTypes(0, Flag.class);
    MethodType explain =
        operands.insertParameterTypes(0, int.class, Trace.class).changeReturnType(boolean.class);
    return new Side(
        clauses,
        find(role + "$" + index, operands),
        find(role + "Of$" + index, some),
        leaves ? null : find(role + "Under$" + index, under),
        find("explain" + title + "$" + index, explain));
  }

  MethodHandle throwing() throws ReflectiveOperationException {
    return find(
        "throwing$" + index, MethodType.methodType(boolean.class, int.class, Throwable.class));
  }

  Checks.Capture capture(MethodType entry, Operation operation)
      throws ReflectiveOperationException {
    String name = (operation.guardedCapture() ? "captureUnder$" : "capture$") + index;
    // The carrier's class is known by the method alone; its fields are o0, o1, …
    Method method =
        Arrays.stream(companion.getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(companion.getName() + "." + name));
    Class<?> carrier = method.getReturnType();
    if (!Carrier.class.isAssignableFrom(carrier)) {
      throw new NoSuchMethodException(companion.getName() + "." + name + " gives no carrier");
    }
    List<MethodHandle> slots = new ArrayList<>();
    for (int i = 0; i < operation.old().size(); i++) {
      Field field = carrier.getDeclaredField("o" + i);
      slots.add(lookup.findGetter(carrier, field.getName(), field.getType()));
    }
    MethodType type =
        entry.insertParameterTypes(0, Object.class, long.class).changeReturnType(carrier);
    if (operation.guardedCapture()) {
      type = type.insertParameterTypes(0, Flag.class);
    }
    return new Checks.Capture(find(name, type), operation.guardedCapture(), carrier, slots);
  }

  private MethodHandle find(String name, MethodType type) throws ReflectiveOperationException {
    return lookup.findStatic(companion, name, type);
  }
}
