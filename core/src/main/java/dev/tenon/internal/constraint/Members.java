package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The members of an annotation, read by name: its class need not be linkable from here, and may be
 * another loader's.
 */
record Members(Annotation constraint) {

  private static final String UNWRAPPING = "jakarta.validation.valueextraction.Unwrapping$";

  String name() {
    return constraint.annotationType().getSimpleName();
  }

  int integer(String member) {
    return (int) read(member);
  }

  long number(String member) {
    return (long) read(member);
  }

  String text(String member) {
    return (String) read(member);
  }

  boolean claim(String member) {
    return (boolean) read(member);
  }

  /** The flags of a pattern: the enum is of the validation API. */
  int flags() {
    int flags = 0;
    for (Object flag : (Object[]) read("flags")) {
      flags |= (int) invoke(flag, flag.getClass(), "getValue");
    }
    return flags;
  }

  /** Whether the payload says what is looked at: the value or what is in it. */
  boolean saysWhatIsUnwrapped() {
    for (Class<?> payload : (Class<?>[]) read("payload")) {
      for (Class<?> type : Supertypes.of(payload)) {
        if (type.getName().startsWith(UNWRAPPING)) {
          return true;
        }
      }
    }
    return false;
  }

  private Object read(String member) {
    return invoke(constraint, constraint.annotationType(), member);
  }

  private static Object invoke(Object target, Class<?> type, String name) {
    try {
      return invoke(target, type.getMethod(name));
    } catch (NoSuchMethodException failure) {
      throw new IllegalStateException(type.getName() + "." + name, failure);
    }
  }

  /** The value of a member, also of an annotation that is not public. */
  static Object invoke(Object target, Method member) {
    try {
      member.trySetAccessible();
      return member.invoke(target);
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException(member.toString(), failure.getCause());
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(member + ": open its package to dev.tenon.core", closed);
    }
  }
}
