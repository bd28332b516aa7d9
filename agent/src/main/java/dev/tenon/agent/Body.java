package dev.tenon.agent;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a body before it is woven: how many locals it has, and whether its
 * parameters still hold at exit what they held at entry.
 */
final class Body extends InstructionVisitor {

  /** The JVM takes 255 of them, of which a check needs some for itself. */
  private static final int MOST_SLOTS = 240;

  private final Member member;
  private final Type[] arguments;
  private final Object[] atEntry;
  private final int parameterSlots;
  private int locals;
  private boolean keepsParameters = true;

  /** Whether the receiver of a constructor is where it was, so far as this block goes. */
  private boolean hasSelf = true;

  private boolean keepsSelf = true;

  /** How many instructions of a getter there were; negative when it is none. */
  private int getter;

  private boolean isPure;

  private boolean isWoven;

  /**
   * A body.
   *
   * @param owner the internal name of its class
   * @param member what it is the body of
   */
  Body(String owner, Member member) {
    super(null);
    this.member = member;
    this.arguments = Type.getArgumentTypes(member.descriptor());
    int first = member.isStatic() ? 0 : 1;
    this.atEntry = new Object[first + arguments.length];
    int slots = first;
    for (int i = 0; i < arguments.length; i++) {
      atEntry[first + i] = frameType(arguments[i]);
      slots += arguments[i].getSize();
    }
    if (!member.isStatic()) {
      atEntry[0] = owner;
    }
    this.parameterSlots = slots;
  }

  /** How a frame names a type. */
  static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.ARRAY, Type.OBJECT -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    isPure |= descriptor.equals("Ldev/tenon/contract/Pure;");
    return null;
  }

  @Override
  void step(int opcode) {
    boolean fits =
        switch (getter) {
          case 0 -> opcode == Opcodes.ALOAD;
          case 1 -> opcode == Opcodes.GETFIELD;
          case 2 -> opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN;
          default -> false;
        };
    getter = fits ? getter + 1 : -1;
    keepsSelf &= hasSelf || opcode != Opcodes.RETURN;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    isWoven |= Joining.wasAtBuild(bootstrap) && name.equals("enter");
  }

  /** Whether it was woven at build. */
  boolean isWoven() {
    return isWoven;
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    super.visitVarInsn(opcode, slot);
    boolean isStore = opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    keepsParameters &= !isStore || slot >= parameterSlots;
    hasSelf &= !isStore || slot > 0;
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    super.visitIincInsn(slot, increment);
    keepsParameters &= slot >= parameterSlots;
  }

  /** Compilers other than javac may drop a parameter that is no longer read. */
  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    for (int i = 0; i < atEntry.length; i++) {
      boolean isThere = locals != null && i < localCount && isAtEntry(i, locals[i]);
      keepsParameters &= isThere;
      hasSelf = i == 0 ? isThere : hasSelf;
    }
  }

  private boolean isAtEntry(int index, Object type) {
    boolean isUnmade = index == 0 && member.isConstructor() && type == Opcodes.UNINITIALIZED_THIS;
    return isUnmade || atEntry[index].equals(type);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    locals = maxLocals;
  }

  /** What it is the body of, with what its code says. */
  Member member() {
    return isPure || getter == 3 ? member.asQuery() : member;
  }

  String name() {
    return member.name();
  }

  String descriptor() {
    return member.descriptor();
  }

  Type[] arguments() {
    return arguments;
  }

  /** How frames name the receiver, unless it is static, and the parameters. */
  Object[] atEntry() {
    return atEntry;
  }

  /** The slots of all locals: the first that is free. */
  int locals() {
    return locals;
  }

  /** Whether no instruction writes to the receiver or a parameter, and every frame has them. */
  boolean keepsParameters() {
    return keepsParameters;
  }

  /** Why it cannot be woven, and what to do; null when it can. */
  @Nullable String hindrance() {
    if (parameterSlots > MOST_SLOTS) {
      return "has more parameters than a check can take; pass an object instead";
    }
    return member.isConstructor() && !keepsSelf
        ? "has lost the object that it made where it returns; compile it without an optimiser"
        : null;
  }
}
