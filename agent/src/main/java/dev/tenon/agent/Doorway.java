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
 * <p>The exit stands before each return rather than once at the end: a jump there needs an empty
 * stack, which javac leaves and other compilers do not, and the line of the return is evidence. Our
 * locals lie behind all locals of the body, so that nothing in the body is renumbered.
 */
final class Doorway extends MethodVisitor {

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");
  static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/TenonJoint",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
          false);

  private final Body body;
  private final Type result;
  private final Protected regions;
  private final int state;
  private final int self;
  private final int firstArgument;
  private final int value;

  Doorway(MethodVisitor next, Body body) {
    super(Opcodes.ASM9, next);
    this.body = body;
    this.result = Type.getReturnType(body.descriptor());
    this.regions = new Protected(next);
    this.state = body.locals();
    boolean copies = !body.keepsParameters();
    this.self = copies ? state + 1 : 0;
    this.firstArgument = self + 1;
    this.value = copies ? firstArgument + argumentSlots() : state + 1;
  }

  private int argumentSlots() {
    int slots = 0;
    for (Type argument : body.arguments()) {
      slots += argument.getSize();
    }
    return slots;
  }

  @Override
  public void visitCode() {
    mv.visitCode();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    loadArguments(1);
    invoke("enter", Type.getMethodType(OBJECT, withArguments(OBJECT)));
    mv.visitVarInsn(Opcodes.ASTORE, state);
    if (!body.keepsParameters()) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitVarInsn(Opcodes.ASTORE, self);
      int from = 1;
      int to = firstArgument;
      for (Type argument : body.arguments()) {
        mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), from);
        mv.visitVarInsn(argument.getOpcode(Opcodes.ISTORE), to);
        from += argument.getSize();
        to += argument.getSize();
      }
    }
    regions.begin();
  }

  private void loadArguments(int slot) {
    int at = slot;
    for (Type argument : body.arguments()) {
      mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), at);
      at += argument.getSize();
    }
  }

  /** The types given, then those of the arguments. */
  private Type[] withArguments(Type... first) {
    Type[] all = new Type[first.length + body.arguments().length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(body.arguments(), 0, all, first.length, body.arguments().length);
    return all;
  }

  private void invoke(String phase, Type type) {
    mv.visitInvokeDynamicInsn(
        phase, type.getDescriptor(), BOOTSTRAP, phase, body.name(), body.descriptor());
  }

  private void exit() {
    mv.visitVarInsn(Opcodes.ALOAD, self);
    loadArguments(firstArgument);
    Type[] parameters =
        result.getSort() == Type.VOID
            ? withArguments(OBJECT, THROWABLE, OBJECT)
            : withArguments(OBJECT, THROWABLE, result, OBJECT);
    invoke("exit", Type.getMethodType(Type.VOID_TYPE, parameters));
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      regions.step();
      mv.visitInsn(opcode);
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
    Label handler = new Label();
    regions.end(handler);
    mv.visitLabel(handler);
    Object[] locals = handlerLocals();
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
    int exitStack = 3 + result.getSize() + argumentSlots();
    mv.visitMaxs(maxStack + exitStack, value + Math.max(1, result.getSize()));
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

  /** Anything may have been thrown anywhere: only what nobody writes to is known. */
  private Object[] handlerLocals() {
    return body.keepsParameters()
        ? withOurs(body.atEntry(), body.atEntry().length)
        : withOurs(new Object[0], 0);
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
    if (!body.keepsParameters()) {
      all.addAll(Arrays.asList(body.atEntry()));
    }
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

  @Override
  public void visitIntInsn(int opcode, int operand) {
    regions.step();
    mv.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    regions.step();
    mv.visitVarInsn(opcode, slot);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    regions.step();
    mv.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    regions.step();
    mv.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    regions.step();
    mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    regions.step();
    mv.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    regions.step();
    mv.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object constant) {
    regions.step();
    mv.visitLdcInsn(constant);
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    regions.step();
    mv.visitIincInsn(slot, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    regions.step();
    mv.visitTableSwitchInsn(min, max, otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    regions.step();
    mv.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    regions.step();
    mv.visitMultiANewArrayInsn(descriptor, dimensions);
  }
}
