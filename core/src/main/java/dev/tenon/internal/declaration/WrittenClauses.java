package dev.tenon.internal.declaration;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Clause;
import dev.tenon.model.Fingerprint;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses of a type as its annotations state them at run time.
 *
 * @param operations the operations that have clauses, without these
 * @param fingerprint of all of them; empty when there are none
 */
record WrittenClauses(List<Operation> operations, String fingerprint) {

  static WrittenClauses of(Class<?> type) {
    Fingerprint fingerprint = new Fingerprint(type.getName());
    List<Operation> operations = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      // javac copies annotations to bridges; the processor saw the method alone.
      if (!method.isSynthetic()) {
        add(method, fingerprint, operations);
      }
    }
    return new WrittenClauses(
        List.copyOf(operations), operations.isEmpty() ? "" : fingerprint.digest());
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  private static void add(Method method, Fingerprint fingerprint, List<Operation> operations) {
    Requires[] requires = method.getAnnotationsByType(Requires.class);
    Ensures[] ensures = method.getAnnotationsByType(Ensures.class);
    if (requires.length + ensures.length == 0) {
      return;
    }
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    operations.add(
        new Operation(method.getName(), descriptor, List.of(), List.of(), List.of(), false));
    for (int i = 0; i < requires.length; i++) {
      Requires written = requires[i];
      fingerprint.add(
          method.getName(),
          descriptor,
          Clause.Role.REQUIRES,
          i,
          written.value(),
          written.name(),
          written.because());
    }
    for (int i = 0; i < ensures.length; i++) {
      Ensures written = ensures[i];
      fingerprint.add(
          method.getName(),
          descriptor,
          Clause.Role.ENSURES,
          i,
          written.value(),
          written.name(),
          written.because());
    }
  }
}
