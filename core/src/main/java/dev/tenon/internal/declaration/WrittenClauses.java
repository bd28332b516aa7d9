package dev.tenon.internal.declaration;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.model.Clause;
import dev.tenon.model.Fingerprint;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses of a type as its annotations state them at run time.
 *
 * @param operations the operations that have clauses, without these
 * @param fingerprint of all of them; empty when there are none
 */
record WrittenClauses(List<Operation> operations, String fingerprint) {

  /**
   * Reads the annotations of a type.
   *
   * @throws LinkageError if the type cannot be read
   * @throws TypeNotPresentException if the exception of an exception clause cannot be loaded
   */
  static WrittenClauses of(Class<?> type) {
    Reader reader = new Reader(new Fingerprint(type.getName()), new ArrayList<>());
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (!constructor.isSynthetic()) {
        MethodType made = MethodType.methodType(void.class, constructor.getParameterTypes());
        reader.read(
            operation(Operation.CONSTRUCTOR, made.toMethodDescriptorString(), false), constructor);
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      // javac copies annotations to bridges; the processor saw the method alone.
      if (!method.isSynthetic()) {
        reader.read(operation(method), method);
      }
    }
    reader.read(operation(Operation.INVARIANTS, "()V", false), type);
    return new WrittenClauses(
        List.copyOf(reader.operations),
        reader.operations.isEmpty() ? "" : reader.fingerprint.digest());
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  private static Operation operation(Method method) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return operation(method.getName(), descriptor, Modifier.isStatic(method.getModifiers()));
  }

  private static Operation operation(String name, String descriptor, boolean isStatic) {
    return new Operation(name, descriptor, isStatic, List.of(), List.of(), List.of(), false);
  }

  /** Takes note of the clauses of one type's operations. */
  private record Reader(Fingerprint fingerprint, List<Operation> operations) {

    void read(Operation operation, AnnotatedElement on) {
      int count =
          requires(operation, on.getAnnotationsByType(Requires.class))
              + ensures(operation, on.getAnnotationsByType(Ensures.class))
              + exceptions(operation, on.getAnnotationsByType(Throws.class))
              + invariants(operation, on.getAnnotationsByType(Invariant.class));
      if (count > 0) {
        operations.add(operation);
      }
    }

    private int requires(Operation operation, Requires... written) {
      for (int i = 0; i < written.length; i++) {
        Requires each = written[i];
        add(operation, Clause.Role.REQUIRES, i, each.value(), each.name(), each.because());
      }
      return written.length;
    }

    private int ensures(Operation operation, Ensures... written) {
      for (int i = 0; i < written.length; i++) {
        Ensures each = written[i];
        add(operation, Clause.Role.ENSURES, i, each.value(), each.name(), each.because());
      }
      return written.length;
    }

    private int exceptions(Operation operation, Throws... written) {
      for (int i = 0; i < written.length; i++) {
        Throws each = written[i];
        add(
            operation,
            Clause.Role.THROWS,
            i,
            each.value().getName(),
            each.when(),
            each.ensures(),
            each.name(),
            each.because());
      }
      return written.length;
    }

    private int invariants(Operation operation, Invariant... written) {
      for (int i = 0; i < written.length; i++) {
        Invariant each = written[i];
        add(operation, Clause.Role.INVARIANT, i, each.value(), each.name(), each.because());
      }
      return written.length;
    }

    private void add(Operation on, Clause.Role role, int ordinal, String... written) {
      fingerprint.add(on.name(), on.descriptor(), role, ordinal, written);
    }
  }
}
