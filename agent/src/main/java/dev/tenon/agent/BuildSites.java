package dev.tenon.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * What comes with the sites of one class when they are woven at build: classes in front of its
 * lambdas, and methods that call in the place of method references. The agent makes both in the JVM
 * where they are needed, and there may add no method.
 */
final class BuildSites {

  private static final String METHOD = "tenon$call$";

  private final String owner;
  private final boolean isInterface;
  private final Joining joining;
  private final List<Calling> calling = new ArrayList<>();
  private int fronts;

  /**
   * The sites of a class.
   *
   * @param owner its internal name
   * @param isInterface whether it is one
   * @param joining keeps the classes
   */
  BuildSites(String owner, boolean isInterface, Joining joining) {
    this.owner = owner;
    this.isInterface = isInterface;
    this.joining = joining;
  }

  /** What stands in front of the lambdas of a site. */
  Type front(String name, String descriptor, Handle bootstrap, Object[] arguments) {
    String type = owner.concat(Lambdas.SUFFIX).concat(Integer.toString(fronts++));
    LambdaForm form = LambdaForm.of(name, descriptor, bootstrap, arguments);
    joining.addFront(type, HandingOn.woven(type, form, form.isSerializable(), joining));
    return Type.getObjectType(type);
  }

  /**
   * What makes the objects of a method reference, with a method behind them that calls as the
   * client does.
   *
   * @param bootstrap the JDK's
   * @param arguments what it is given
   * @param views the binary names of the views that apply, joined by commas
   * @param method the name of the method that holds the site
   * @param file its source file; empty when unknown
   * @param line 0 when unknown
   */
  Object[] calling(
      Handle bootstrap, Object[] arguments, String views, String method, String file, int line) {
    if (isSerializable(bootstrap, arguments)) {
      refuse(method, "a method reference that can be serialised", "a lambda");
    }
    Calling made =
        new Calling(
            METHOD + calling.size(), (Handle) arguments[1], List.of(views, method, file, line));
    calling.add(made);
    Object[] own = arguments.clone();
    own[1] = new Handle(Opcodes.H_INVOKESTATIC, owner, made.name, made.descriptor(), isInterface);
    return own;
  }

  /** Keeps that a site makes suppliers whose call is a client's at once. */
  void refuseBoth(String method) {
    refuse(method, "a method reference that is a supplier, to what a view mirrors,", "a lambda");
  }

  private void refuse(String method, String what, String instead) {
    joining.refuse(
        owner.replace('/', '.')
            + "."
            + method
            + ": "
            + what
            + " cannot be woven at build; write "
            + instead
            + ", or use the agent");
  }

  private static boolean isSerializable(Handle bootstrap, Object[] arguments) {
    return bootstrap.getName().equals("altMetafactory") && ((Integer) arguments[3] & 1) != 0;
  }

  /** Adds the methods. */
  void write(ClassVisitor next) {
    for (Calling each : calling) {
      each.write(next);
    }
  }

  /** A method that calls what is referred to. */
  private final class Calling {

    private final String name;
    private final Handle referred;
    private final List<Object> client;

    Calling(String name, Handle referred, List<Object> client) {
      this.name = name;
      this.referred = referred;
      this.client = client;
    }

    String descriptor() {
      return "(L" + referred.getOwner() + ";" + referred.getDesc().substring(1);
    }

    void write(ClassVisitor next) {
      Type[] taken = Type.getArgumentTypes(descriptor());
      Type result = Type.getReturnType(descriptor());
      MethodVisitor code =
          next.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
              name,
              descriptor(),
              null,
              null);
      code.visitCode();
      int slot = 0;
      for (Type each : taken) {
        code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), slot);
        slot += each.getSize();
      }
      code.visitInvokeDynamicInsn(
          referred.getName(),
          descriptor(),
          joining.call(),
          referred,
          client.get(0),
          client.get(1),
          client.get(2),
          client.get(3));
      code.visitInsn(result.getOpcode(Opcodes.IRETURN));
      code.visitMaxs(Math.max(slot, result.getSize()), slot);
      code.visitEnd();
    }
  }
}
