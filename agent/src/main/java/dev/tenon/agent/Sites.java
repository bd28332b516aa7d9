package dev.tenon.agent;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Gives the sites of one method to the agent: those that make suppliers, and a client's calls. */
final class Sites extends MethodVisitor {

  private final String method;
  private final String file;
  private final LambdaSites lambdas;
  private final CallSites calls;
  private int line;

  /**
   * The sites of a method.
   *
   * @param next what writes the method
   * @param method its name
   * @param file its source file; empty when unknown
   * @param lambdas what suppliers the class makes
   * @param calls what the class calls as a client
   */
  Sites(MethodVisitor next, String method, String file, LambdaSites lambdas, CallSites calls) {
    super(Opcodes.ASM9, next);
    this.method = method;
    this.file = file;
    this.lambdas = lambdas;
    this.calls = calls;
  }

  @Override
  public void visitLineNumber(int at, Label start) {
    line = at;
    super.visitLineNumber(at, start);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    String views = calls.views(opcode, owner, name, descriptor);
    if (views == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    super.visitInvokeDynamicInsn(
        name,
        "(L" + owner + ";" + descriptor.substring(1),
        CallSites.BOOTSTRAP,
        CallSites.handle(opcode, owner, name, descriptor, isInterface),
        views,
        method,
        file,
        line);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    boolean isSupplier = lambdas.isSupplier(name, descriptor, bootstrap, arguments);
    String views = calls.views(bootstrap, arguments);
    if (!isSupplier && views == null) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      return;
    }
    Object[] lambda = LambdaSites.arguments(bootstrap, file, line, arguments);
    if (views == null) {
      super.visitInvokeDynamicInsn(name, descriptor, LambdaSites.BOOTSTRAP, lambda);
    } else {
      super.visitInvokeDynamicInsn(
          name,
          descriptor,
          CallSites.REFERENCE,
          CallSites.arguments(views, method, isSupplier, lambda));
    }
  }
}
