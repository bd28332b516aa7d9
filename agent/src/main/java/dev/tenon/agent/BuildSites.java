package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
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

  /** What the names of the methods begin with. */
  static final String METHOD = "tenon$call$";

  private final String owner;
  private final boolean isInterface;
  private final Joining joining;
  private final EarlierReferences earlier;
  private final List<Calling> calling = new ArrayList<>();
  private int fronts;

  /**
   * The sites of a class.
   *
   * @param type its header
   * @param joining keeps the classes
   * @param earlier what an earlier weaving has made
   */
  BuildSites(ClassHeader type, Joining joining, EarlierReferences earlier) {
    this.owner = type.name();
    this.isInterface = type.isInterface();
    this.joining = joining;
    this.earlier = earlier;
  }

  /** Whether an earlier weaving has made any method. */
  boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  /** Whether a method is of an earlier weaving, and is written anew. */
  boolean isEarlier(String method) {
    return earlier.before(method) != null;
  }

  /** What a bootstrap was given before an earlier weaving. */
  Object[] unwoven(Handle bootstrap, Object[] arguments) {
    if (LambdaSites.makesLambdas(bootstrap)
        && arguments[1] instanceof Handle own
        && own.getOwner().equals(owner)) {
      Handle referred = earlier.before(own.getName());
      if (referred != null) {
        return referringTo(referred, arguments);
      }
    }
    return arguments;
  }

  private static Object[] referringTo(Handle method, Object[] arguments) {
    Object[] own = arguments.clone();
    own[1] = method;
    return own;
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
   * @param descriptor of the site
   * @param bootstrap the JDK's
   * @param arguments what it is given
   * @param views the binary names of the views that apply, joined by commas
   * @param method the name of the method that holds the site
   * @param file its source file; empty when unknown
   * @param line 0 when unknown
   */
  Object[] calling(
      String descriptor,
      Handle bootstrap,
      Object[] arguments,
      String views,
      String method,
      String file,
      int line) {
    if (isSerializable(bootstrap, arguments)) {
      refuse(method, "a method reference that can be serialised", "a lambda");
    }
    Handle referred = (Handle) arguments[1];
    Type[] captured = Type.getArgumentTypes(descriptor);
    // The JDK wants the type that is captured, which may be below the one that declares the method.
    String on = captured.length > 0 ? captured[0].getDescriptor() : "L" + referred.getOwner() + ";";
    Calling made =
        new Calling(
            METHOD + calling.size(),
            "(" + on + referred.getDesc().substring(1),
            referred,
            List.of(views, method, file, line));
    calling.add(made);
    return referringTo(
        new Handle(Opcodes.H_INVOKESTATIC, owner, made.name, made.descriptor, isInterface),
        arguments);
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
    private final String descriptor;
    private final Handle referred;
    private final List<Object> client;

    Calling(String name, String descriptor, Handle referred, List<Object> client) {
      this.name = name;
      this.descriptor = descriptor;
      this.referred = referred;
      this.client = client;
    }

    void write(ClassVisitor next) {
      Type[] taken = Type.getArgumentTypes(descriptor);
      Type result = Type.getReturnType(descriptor);
      MethodVisitor code =
          next.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
              name,
              descriptor,
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
          descriptor,
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
