package dev.tenon.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Where the receiver and the parameters of a body are at its entry and at its exits: what the body
 * may write to is copied first. A static body has no receiver, a constructor none at entry: the JVM
 * lets nobody have an object that is not made.
 */
final class Operands {

  private final Type[] arguments;
  private final Object[] atEntry;
  private final boolean hasSelfAtEntry;
  private final boolean hasSelfAtExit;
  private final boolean areCopied;
  private final int copies;

  /**
   * The operands of a body.
   *
   * @param body whose
   * @param free the first slot for copies
   */
  Operands(Body body, int free) {
    Member member = body.member();
    this.arguments = body.arguments();
    this.atEntry = body.atEntry();
    this.hasSelfAtExit = !member.isStatic();
    this.hasSelfAtEntry = hasSelfAtExit && !member.isConstructor();
    this.areCopied = !body.keepsParameters();
    this.copies = free;
  }

  void loadAtEntry(MethodVisitor mv) {
    loadSelf(mv, hasSelfAtEntry, 0);
    loadArguments(mv, first());
  }

  void copy(MethodVisitor mv) {
    if (!areCopied) {
      return;
    }
    if (hasSelfAtEntry) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitVarInsn(Opcodes.ASTORE, copies);
    }
    int from = first();
    int to = firstCopy();
    for (Type argument : arguments) {
      mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), from);
      mv.visitVarInsn(argument.getOpcode(Opcodes.ISTORE), to);
      from += argument.getSize();
      to += argument.getSize();
    }
  }

  void loadAtExit(MethodVisitor mv) {
    loadSelf(mv, hasSelfAtExit, areCopied && hasSelfAtEntry ? copies : 0);
    loadArguments(mv, areCopied ? firstCopy() : first());
  }

  private static void loadSelf(MethodVisitor mv, boolean isThere, int slot) {
    if (isThere) {
      mv.visitVarInsn(Opcodes.ALOAD, slot);
    } else {
      mv.visitInsn(Opcodes.ACONST_NULL);
    }
  }

  private void loadArguments(MethodVisitor mv, int slot) {
    int at = slot;
    for (Type argument : arguments) {
      mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), at);
      at += argument.getSize();
    }
  }

  private int first() {
    return hasSelfAtExit ? 1 : 0;
  }

  private int firstCopy() {
    return hasSelfAtEntry ? copies + 1 : copies;
  }

  /** How many slots the receiver and the parameters take on the stack. */
  int slots() {
    int slots = 1;
    for (Type argument : arguments) {
      slots += argument.getSize();
    }
    return slots;
  }

  /** The first slot behind the copies. */
  int end() {
    return areCopied ? firstCopy() + slots() - 1 : copies;
  }

  /** How frames name the copies. */
  Object[] copied() {
    int count = hasSelfAtEntry ? arguments.length + 1 : arguments.length;
    Object[] copied = new Object[areCopied ? count : 0];
    System.arraycopy(atEntry, atEntry.length - count, copied, 0, copied.length);
    return copied;
  }

  /** How frames name those that nobody writes to, where anything may have happened before. */
  Object[] kept() {
    return areCopied ? new Object[0] : atEntry;
  }

  /** The types given, then those of the parameters. */
  Type[] behind(Type... first) {
    Type[] all = new Type[first.length + arguments.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(arguments, 0, all, first.length, arguments.length);
    return all;
  }
}
