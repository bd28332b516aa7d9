package dev.tenon.agent;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Gives the sites of one method to the agent: those that make suppliers, and a client's calls. */
final class Sites extends MethodVisitor {

  private final String method;
  private final String file;
  private final LambdaSites lambdas;
  private final CallSites calls;
  private final Joining joining;
  private final @Nullable BuildSites built;
  private int line;

  /**
   * The sites of a method.
   *
   * @param next what writes the method
   * @param method its name
   * @param file its source file; empty when unknown
   * @param lambdas what suppliers the class makes
   * @param calls what the class calls as a client
   * @param joining what the sites are linked by
   * @param built takes what comes with the sites; null unless they are woven at build
   */
  Sites(
      MethodVisitor next,
      String method,
      String file,
      LambdaSites lambdas,
      CallSites calls,
      Joining joining,
      @Nullable BuildSites built) {
    super(Opcodes.ASM9, next);
    this.method = method;
    this.file = file;
    this.lambdas = lambdas;
    this.calls = calls;
    this.joining = joining;
    this.built = built;
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
    calls.replace(views);
    super.visitInvokeDynamicInsn(
        name,
        "(L" + owner + ";" + descriptor.substring(1),
        joining.call(),
        CallSites.handle(opcode, owner, name, descriptor, isInterface),
        views,
        method,
        file,
        line);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (Joining.wasAtBuild(bootstrap)) {
      switch (bootstrap.getName()) {
        case "lambda" -> lambdaAgain(name, descriptor, bootstrap, arguments);
        case "call" -> callAgain(name, descriptor, bootstrap, arguments);
        default -> super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      }
      return;
    }
    Object[] given = built == null ? arguments : built.unwoven(bootstrap, arguments);
    boolean isSupplier = lambdas.isSupplier(name, descriptor, bootstrap, given);
    String views = calls.views(bootstrap, given);
    if (views != null) {
      calls.replace(views);
    }
    if (!isSupplier && views == null) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, given);
      return;
    }
    if (built != null) {
      build(built, isSupplier, views, name, descriptor, bootstrap, given);
      return;
    }
    Object[] lambda = LambdaSites.arguments(bootstrap, file, line, given);
    if (views == null) {
      super.visitInvokeDynamicInsn(name, descriptor, joining.lambda(), lambda);
    } else {
      super.visitInvokeDynamicInsn(
          name,
          descriptor,
          joining.reference(),
          CallSites.arguments(views, method, isSupplier, lambda));
    }
  }

  private void build(
      BuildSites built,
      boolean isSupplier,
      @Nullable String views,
      String name,
      String descriptor,
      Handle bootstrap,
      Object[] arguments) {
    if (isSupplier && views != null) {
      built.refuseBoth(method);
    }
    Object[] own =
        views == null
            ? arguments
            : built.calling(descriptor, bootstrap, arguments, views, method, file, line);
    if (!isSupplier) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, own);
      return;
    }
    super.visitInvokeDynamicInsn(
        name,
        descriptor,
        joining.lambda(),
        LambdaSites.arguments(
            built.front(name, descriptor, bootstrap, own),
            LambdaSites.arguments(bootstrap, file, line, own)));
  }

  /** At build as if it had never been woven, by the agent when it has become a client's too. */
  private void lambdaAgain(String name, String descriptor, Handle bootstrap, Object[] given) {
    Handle original = LambdaSites.original(given);
    Object[] originals = LambdaSites.originals(given);
    if (built != null || calls.views(original, originals) != null) {
      visitInvokeDynamicInsn(name, descriptor, original, originals);
    } else {
      lambdas.count(name, descriptor, originals);
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, given);
    }
  }

  /** At build as if it had never been woven, by the agent for views that the build did not know. */
  private void callAgain(String name, String descriptor, Handle bootstrap, Object[] given) {
    Handle called = (Handle) given[0];
    if (built != null) {
      visitMethodInsn(
          CallSites.opcode(called),
          called.getOwner(),
          called.getName(),
          called.getDesc(),
          called.isInterface());
      return;
    }
    String before = (String) given[1];
    String views = CallSites.joined(before, calls.views(called));
    if (views.equals(before)) {
      calls.count(before);
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, given);
    } else {
      calls.replace(views);
      Object[] more = given.clone();
      more[1] = views;
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, more);
    }
  }
}
