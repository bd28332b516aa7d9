package dev.tenon.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a body before it is woven: how many locals it has, and whether its
 * parameters still hold at exit what they held at entry.
 */
final class Body extends MethodVisitor {

  private final String name;
  private final String descriptor;
  private final Type[] arguments;
  private final Object[] atEntry;
  private final int parameterSlots;
  private int locals;
  private boolean keepsParameters = true;

  Body(String owner, String name, String descriptor) {
    super(Opcodes.ASM9);
    this.name = name;
    this.descriptor = descriptor;
    this.arguments = Type.getArgumentTypes(descriptor);
    this.atEntry = new Object[arguments.length + 1];
    atEntry[0] = owner;
    int slots = 1;
    for (int i = 0; i < arguments.length; i++) {
      atEntry[i + 1] = frameType(arguments[i]);
      slots += arguments[i].getSize();
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
  public void visitVarInsn(int opcode, int slot) {
    boolean isStore = opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    keepsParameters &= !isStore || slot >= parameterSlots;
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
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
      keepsParameters &= locals != null && i < localCount && atEntry[i].equals(locals[i]);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    locals = maxLocals;
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  Type[] arguments() {
    return arguments;
  }

  /** How frames name the receiver and the parameters. */
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
}
