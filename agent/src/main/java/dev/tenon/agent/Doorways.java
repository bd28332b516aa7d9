package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Writes a class anew with what is woven into it. */
final class Doorways extends ClassVisitor {

  private final Bodies bodies;
  private final boolean prepares;
  private final LambdaSites lambdas;
  private final CallSites calls;
  private String file = "";

  /**
   * A writer.
   *
   * @param header of the class
   * @param bodies what gets a door
   * @param wanted what is wanted of the class
   * @param prepares whether its constructors have what it inherits prepared
   */
  Doorways(ClassHeader header, Bodies bodies, Wanted wanted, boolean prepares) {
    super(Opcodes.ASM9);
    this.bodies = bodies;
    this.prepares = prepares;
    String type = header.name().replace('/', '.');
    this.lambdas = new LambdaSites(type, wanted);
    this.calls = new CallSites(type, wanted);
  }

  byte[] write(ClassReader reader) {
    ClassWriter writer = new ClassWriter(reader, 0);
    cv = writer;
    reader.accept(this, ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  /** Whether an instruction was replaced. */
  boolean hasSites() {
    return !lambdas.isEmpty() || !calls.isEmpty();
  }

  void record(Presence presence, ClassLoader loader) {
    lambdas.record(presence, loader);
    calls.record(presence, loader);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    file = source == null ? "" : source;
    super.visitSource(source, debug);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    Body body = bodies.find(name, descriptor);
    if (body != null) {
      next = new Doorway(next, body);
    }
    // A bridge only hands on what its own caller calls.
    boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
    if (!isBridge && (lambdas.areWanted() || calls.areWanted())) {
      next = new Sites(next, name, file, lambdas, calls);
    }
    return prepares && name.equals("<init>") ? new Preparing(next) : next;
  }

  /**
   * Has what the class inherits woven before its first object is made. A constructor rather than
   * the initialiser: a class that has none cannot be given one when it is loaded already.
   */
  private static final class Preparing extends MethodVisitor {

    Preparing(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitInvokeDynamicInsn("prepare", "()V", Doorway.BOOTSTRAP, "prepare", "", "");
    }
  }
}
