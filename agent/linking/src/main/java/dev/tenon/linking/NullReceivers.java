package dev.tenon.linking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * A call on null ends as it does without an agent: with the JVM's exception and text, at the line
 * of the call, and before anything is checked. A method handle says other things, from frames of
 * its own.
 */
final class NullReceivers {

  private NullReceivers() {}

  /**
   * Takes calls on null apart.
   *
   * @param call what is called, where
   * @param linked what the others have
   */
  static MethodHandle apart(Call call, MethodHandle linked) throws ReflectiveOperationException {
    MethodType type = call.plain().type();
    MethodHandle isNull =
        MethodHandles.publicLookup()
            .findStatic(Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class))
            .asType(MethodType.methodType(boolean.class, type.parameterType(0)));
    // The JVM says nothing of what is called from the hidden class of a method reference.
    String message = call.isReference() ? null : message(call.operation(), type);
    MethodHandle thrown = Refusal.thrower(type, NullPointerException.class, message);
    return MethodHandles.guardWithTest(isNull, thrown, linked);
  }

  /** What the JVM says of a call, as far as it does not depend on the variables there. */
  private static String message(String operation, MethodType type) {
    StringBuilder text = new StringBuilder("Cannot invoke \"");
    text.append(type.parameterType(0).getName()).append('.').append(operation).append('(');
    for (int i = 1; i < type.parameterCount(); i++) {
      text.append(i == 1 ? "" : ", ").append(type.parameterType(i).getTypeName());
    }
    return text.append(")\"").toString();
  }
}
