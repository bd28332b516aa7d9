package dev.tenon.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;
import org.jspecify.annotations.Nullable;

/**
 * Weaves one body.
 *
 * <pre>
 * state = enter(this, args)          // outside the handler: exit must not see what enter throws
 * try { body, where each return becomes
 *   exit(state, null, result, this, args); return result      // outside of all handlers
 * } catch (Throwable thrown) {
 *   exit(state, thrown, default, this, args); throw thrown
 * }
 * </pre>
 *
 * <p>A static body has null for this. So has a constructor at its entry, which stands before the
 * call of the other constructor; around that call the JVM allows no handler, so it has none.
 *
 * <p>The exit stands before each return rather than once at the end: a jump there needs an empty
 * stack, which javac leaves and other compilers do not, and the line of the return is evidence. Our
 * locals lie behind all locals of the body, so that nothing in the body is renumbered.
 */
final class Doorway extends InstructionVisitor {

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");

  private final Handle bootstrap;
  private final Body body;
  private final Type result;
  private final Protected regions;
  private final Operands operands;
  private final int state;
  private final int value;

  Doorway(MethodVisitor next, Body body, Handle bootstrap) {
    super(next);
    this.bootstrap = bootstrap;
    this.body = body;
    this.result = Type.getReturnType(body.descriptor());
    this.regions = new Protected(next);
    this.state = body.locals();
    this.operands = new Operands(body, state + 1);
    this.value = operands.end();
  }

  @Override
  public void visitCode() {
    mv.visitCode();
    operands.loadAtEntry(mv);
    invoke("enter", Type.getMethodType(OBJECT, operands.behind(OBJECT)));
    mv.visitVarInsn(Opcodes.ASTORE, state);
    operands.copy(mv);
    regions.begin();
  }

  private void invoke(String phase, Type type) {
    mv.visitInvokeDynamicInsn(
        phase, type.getDescriptor(), bootstrap, phase, body.name(), body.descriptor());
  }

  private void exit() {
    operands.loadAtExit(mv);
    Type[] parameters =
        result.getSort() == Type.VOID
            ? operands.behind(OBJECT, THROWABLE, OBJECT)
            : operands.behind(OBJECT, THROWABLE, result, OBJECT);
    invoke("exit", Type.getMethodType(Type.VOID_TYPE, parameters));
  }

  @Override
  void step(int opcode) {
    regions.step();
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    regions.beginGap();
    if (opcode != Opcodes.RETURN) {
      mv.visitVarInsn(result.getOpcode(Opcodes.ISTORE), value);
    }
    mv.visitVarInsn(Opcodes.ALOAD, state);
    mv.visitInsn(Opcodes.ACONST_NULL);
    if (opcode != Opcodes.RETURN) {
      mv.visitVarInsn(result.getOpcode(Opcodes.ILOAD), value);
    }
    exit();
    if (opcode != Opcodes.RETURN) {
      mv.visitVarInsn(result.getOpcode(Opcodes.ILOAD), value);
    }
    mv.visitInsn(opcode);
    regions.endGap();
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (body.member().isConstructor()) {
      regions.end();
    } else {
      handle();
    }
    int exitStack = 2 + result.getSize() + operands.slots();
    mv.visitMaxs(maxStack + exitStack, value + Math.max(1, result.getSize()));
  }

  private void handle() {
    Label handler = new Label();
    regions.end(handler);
    mv.visitLabel(handler);
    // Anything may have been thrown anywhere: only what nobody writes to is known.
    Object[] locals = withOurs(operands.kept(), operands.kept().length);
    mv.visitFrame(
        Opcodes.F_NEW, locals.length, locals, 1, new Object[] {THROWABLE.getInternalName()});
    mv.visitVarInsn(Opcodes.ASTORE, value);
    mv.visitVarInsn(Opcodes.ALOAD, state);
    mv.visitVarInsn(Opcodes.ALOAD, value);
    if (result.getSort() != Type.VOID) {
      mv.visitInsn(zero());
    }
    exit();
    mv.visitVarInsn(Opcodes.ALOAD, value);
    mv.visitInsn(Opcodes.ATHROW);
  }

  private int zero() {
    return switch (result.getSort()) {
      case Type.LONG -> Opcodes.LCONST_0;
      case Type.FLOAT -> Opcodes.FCONST_0;
      case Type.DOUBLE -> Opcodes.DCONST_0;
      case Type.ARRAY, Type.OBJECT -> Opcodes.ACONST_NULL;
      default -> Opcodes.ICONST_0;
    };
  }

  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    Object[] all = withOurs(locals == null ? new Object[0] : locals, localCount);
    mv.visitFrame(Opcodes.F_NEW, all.length, all, stackCount, stack);
  }

  /** The locals of a frame, nothing up to our first slot, then ours. */
  private Object[] withOurs(Object[] locals, int count) {
    List<Object> all = new ArrayList<>();
    int slots = 0;
    for (int i = 0; i < count; i++) {
      all.add(locals[i]);
      slots += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slots < state; slots++) {
      all.add(Opcodes.TOP);
    }
    all.add(OBJECT.getInternalName());
    all.addAll(Arrays.asList(operands.copied()));
    return all.toArray();
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    regions.add(start, end, handler, type);
  }

  /** Dropped: it goes by the number of a handler, and splitting changes the numbers. */
  @Override
  public @Nullable AnnotationVisitor visitTryCatchAnnotation(
      int reference, @Nullable TypePath path, String descriptor, boolean visible) {
    return null;
  }

  @Override
  public void visitLabel(Label label) {
    regions.label(label);
    mv.visitLabel(label);
  }
}
