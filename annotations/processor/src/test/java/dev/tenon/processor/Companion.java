package dev.tenon.processor;

import dev.tenon.contract.companion.Carrier;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.CompiledOperation;
import dev.tenon.contract.companion.Flag;
import dev.tenon.contract.companion.Trace;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loaded companion, called as the run time calls it. */
final class Companion {

  private final Class<?> type;

  private Companion(Class<?> type) {
    this.type = type;
  }

  static Companion of(ClassLoader loader, String declaring) {
    try {
      return new Companion(loader.loadClass(declaring + CompiledContract.SUFFIX));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  Class<?> type() {
    return type;
  }

  CompiledContract contract() {
    return type.getAnnotation(CompiledContract.class);
  }

  CompiledOperation operation(String name) {
    return contract().operations()[index(name)];
  }

  private int index(String name) {
    CompiledOperation[] operations = contract().operations();
    for (int i = 0; i < operations.length; i++) {
      if (operations[i].name().equals(name)) {
        return i;
      }
    }
    throw new AssertionError("no operation " + name);
  }

  boolean has(String method, String operation) {
    String name = method + "$" + index(operation);
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(each -> each.getName().equals(name));
  }

  @Nullable Object call(String method, String operation, @Nullable Object... arguments) {
    String name = method + "$" + index(operation);
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(name)) {
        return call(each, arguments);
      }
    }
    throw new AssertionError("no method " + name);
  }

  private static @Nullable Object call(Method method, @Nullable Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new Thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** What a clause threw. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Thrown(@Nullable Throwable cause) {
      super(cause);
    }
  }

  int requires(String operation, @Nullable Object... arguments) {
    return number(call("requires", operation, arguments));
  }

  int ensures(String operation, @Nullable Object... arguments) {
    return number(call("ensures", operation, arguments));
  }

  static int number(@Nullable Object value) {
    return value instanceof Integer number ? number : Integer.MIN_VALUE;
  }

  /** Captures all old values. */
  Carrier capture(String operation, @Nullable Object... arguments) {
    return capture(-1L, operation, arguments);
  }

  Carrier capture(long slots, String operation, @Nullable Object... arguments) {
    Object carrier =
        operation(operation).guardedCapture()
            ? call("captureUnder", operation, with(arguments, new Flag(), "pinned", slots))
            : call("capture", operation, with(arguments, "pinned", slots));
    return (Carrier) java.util.Objects.requireNonNull(carrier);
  }

  /** The arguments of a guarantee: the fields of the carrier come last. */
  static @Nullable Object[] exit(Carrier carrier, @Nullable Object... before) {
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(before));
    for (Field field : carrier.getClass().getDeclaredFields()) {
      try {
        field.setAccessible(true);
        all.add(field.get(carrier));
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    all.add(carrier.failed);
    return all.toArray();
  }

  /** What the explaining form of a clause records, and what it says. */
  Explained explain(String role, int clause, String operation, @Nullable Object... arguments) {
    List<String> texts = new ArrayList<>();
    int rank = -1;
    for (var each : operation(operation).clauses()) {
      rank += each.role().equalsIgnoreCase(role) ? 1 : 0;
      if (rank == clause && texts.isEmpty()) {
        texts.addAll(List.of(each.expressions()));
      }
    }
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    Trace trace =
        new Trace() {
          @Override
          protected void record(int expression, Object value) {
            seen.put(texts.get(expression), value);
          }
        };
    Object said = call("explain" + role, operation, with(arguments, clause, trace));
    return new Explained(Boolean.TRUE.equals(said), seen);
  }

  /** The value of an explaining form and what it recorded. */
  record Explained(boolean value, Map<String, @Nullable Object> seen) {}

  private static @Nullable Object[] with(@Nullable Object[] arguments, @Nullable Object... before) {
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(before));
    all.addAll(Arrays.asList(arguments));
    return all.toArray();
  }
}
