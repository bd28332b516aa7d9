package dev.tenon.agent;

import dev.tenon.linking.Call;
import dev.tenon.linking.Calls;
import dev.tenon.linking.LambdaShape;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Makes the objects of a method reference whose method a view mirrors: their call is the client's.
 * A class of our own rather than the JDK's with another method behind it: on Java 17 that may not
 * be one of a hidden class.
 *
 * <p>Thread-safe.
 */
final class References {

  private static final String SUFFIX = "$$Tenon$Reference";

  private final Calls calls;
  private final Presence presence;

  References(Calls calls, Presence presence) {
    this.calls = calls;
    this.presence = presence;
  }

  /**
   * The site of a method reference.
   *
   * @param lookup of the client
   * @param name of the operation of the functional interface
   * @param plain the site as the JDK links it
   * @param given what {@link LambdaSites#arguments} says
   * @param views the binary names of the views that apply, joined by commas
   * @param operation the name of the method that is referred to
   * @param method the name of the method that holds the site
   */
  CallSite link(
      Lookup lookup,
      String name,
      CallSite plain,
      Object[] given,
      String views,
      String operation,
      String method) {
    try {
      LambdaShape shape = new LambdaShape(lookup, name, plain.type(), given);
      return checked(shape, plain, call(shape, views, operation, method));
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      String client = lookup.lookupClass().getName();
      presence.count("method reference of " + client, error);
      for (String view : views.split(",", -1)) {
        presence.refuse(
            Kind.VIEW,
            lookup.lookupClass().getClassLoader(),
            view,
            "a method reference in "
                + client
                + " could not be woven ("
                + error
                + "); please report this defect of tenon");
      }
      return plain;
    }
  }

  /** What the operation does: what is captured and the arguments, then the result. */
  private MethodHandle call(LambdaShape shape, String views, String operation, String method) {
    MethodHandle original = shape.body().asFixedArity();
    Call referred =
        new Call(
            shape.lookup(),
            operation,
            original.type(),
            original,
            views,
            method,
            shape.file(),
            shape.line(),
            true);
    MethodHandle call = calls.link(referred).dynamicInvoker();
    List<Class<?>> captured = shape.factory().parameterList();
    // Two steps: an argument of a wrong type fails as it does without us, at what is declared.
    return call.asType(shape.instantiated().insertParameterTypes(0, captured))
        .asType(shape.operation().insertParameterTypes(0, captured));
  }

  private static CallSite checked(LambdaShape shape, CallSite plain, MethodHandle call)
      throws Throwable {
    boolean isReplaced = shape.isSerializable();
    List<Class<?>> fields = new ArrayList<>(shape.factory().parameterList());
    if (isReplaced) {
      fields.add(0, shape.type());
    }
    List<Type> kept = new ArrayList<>();
    for (Class<?> field : fields) {
      kept.add(Type.getType(field));
    }
    Front front =
        new Front(
            Type.getInternalName(shape.lookup().lookupClass()).concat(SUFFIX),
            LambdaForm.of(shape),
            kept,
            isReplaced);
    byte[] written =
        front.write(new Calling(front, fields.size(), isReplaced ? 1 : 0, call.type()));
    Lookup inner =
        shape
            .lookup()
            .defineHiddenClassWithClassData(written, call, false, Lookup.ClassOption.NESTMATE);
    MethodHandle made =
        inner
            .findConstructor(inner.lookupClass(), MethodType.methodType(void.class, fields))
            .asType(MethodType.methodType(shape.type(), fields));
    return LambdaShape.site(
        isReplaced ? MethodHandles.foldArguments(made, plain.dynamicInvoker()) : made);
  }

  /** Calls as the client. */
  private static final class Calling implements Front.Code {

    private static final ConstantDynamic CALL =
        new ConstantDynamic(
            "_",
            "Ljava/lang/invoke/MethodHandle;",
            new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "classData",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
                    + "Ljava/lang/Object;",
                false));

    private final Front front;
    private final int fields;
    private final int first;
    private final MethodType type;

    Calling(Front front, int fields, int first, MethodType type) {
      this.front = front;
      this.fields = fields;
      this.first = first;
      this.type = type;
    }

    @Override
    public void begin(MethodVisitor method) {
      method.visitLdcInsn(CALL);
      for (int i = first; i < fields; i++) {
        front.load(method, i);
      }
    }

    @Override
    public void end(MethodVisitor method) {
      method.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          Type.getInternalName(MethodHandle.class),
          "invokeExact",
          type.toMethodDescriptorString(),
          false);
    }
  }
}
