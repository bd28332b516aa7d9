package dev.tenon.internal.declaration;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Clause;
import dev.tenon.model.Fingerprint;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The clauses of a type as its annotations state them at run time. */
record WrittenClauses(int count, String fingerprint) {

  static WrittenClauses of(Class<?> type) {
    Fingerprint fingerprint = new Fingerprint(type.getName());
    int count = 0;
    for (Method method : type.getDeclaredMethods()) {
      // javac copies annotations to bridges; the processor saw the method alone.
      if (!method.isSynthetic()) {
        count += add(method, fingerprint);
      }
    }
    return new WrittenClauses(count, count == 0 ? "" : fingerprint.digest());
  }

  boolean isEmpty() {
    return count == 0;
  }

  private static int add(Method method, Fingerprint fingerprint) {
    Requires[] requires = method.getAnnotationsByType(Requires.class);
    Ensures[] ensures = method.getAnnotationsByType(Ensures.class);
    if (requires.length + ensures.length == 0) {
      return 0;
    }
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
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
    return requires.length + ensures.length;
  }
}
