package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Writes a class anew with what is woven into it. */
final class Doorways extends ClassVisitor {

  private static final String INHERIT = "inherit";

  private final Bodies bodies;
  private final boolean prepares;
  private final List<Member> inherited;
  private final LambdaSites lambdas;
  private final CallSites calls;
  private final Joining joining;
  private final ClassHeader type;
  private @Nullable BuildSites built;
  private String file = "";

  /**
   * A writer of what the agent links.
   *
   * @param header of the class
   * @param bodies what gets a door
   * @param wanted what is wanted of the class
   * @param prepares whether its constructors have what it inherits prepared
   */
  Doorways(ClassHeader header, Bodies bodies, Wanted wanted, boolean prepares) {
    this(header, bodies, wanted, Joining.BY_AGENT, prepares, List.of());
  }

  /**
   * A writer.
   *
   * @param header of the class
   * @param bodies what gets a door
   * @param wanted what is wanted of the class
   * @param joining what its sites are linked by
   * @param inherited the bodies that it inherits and that are judged for it
   */
  Doorways(
      ClassHeader header, Bodies bodies, Wanted wanted, Joining joining, List<Member> inherited) {
    this(header, bodies, wanted, joining, !inherited.isEmpty(), inherited);
  }

  private Doorways(
      ClassHeader header,
      Bodies bodies,
      Wanted wanted,
      Joining joining,
      boolean prepares,
      List<Member> inherited) {
    super(Opcodes.ASM9);
    this.bodies = bodies;
    this.joining = joining;
    this.prepares = prepares;
    this.inherited = inherited;
    String binary = header.name().replace('/', '.');
    this.lambdas = new LambdaSites(binary, wanted);
    this.calls = new CallSites(binary, wanted);
    this.type = header;
  }

  byte[] write(ClassReader reader) {
    if (joining.isAtBuild()) {
      built = new BuildSites(type, joining, EarlierReferences.of(reader));
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    cv = writer;
    reader.accept(this, ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  /** Whether an instruction was replaced. */
  boolean hasSites() {
    return lambdas.areReplaced() || calls.areReplaced();
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
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (built != null && built.isEarlier(name)) {
      return null;
    }
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    Body body = bodies.find(name, descriptor);
    if (body != null) {
      next = new Doorway(next, body, joining.link());
    }
    // A bridge only hands on what its own caller calls.
    boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
    if (!isBridge && mayHaveSites()) {
      next = new Sites(next, name, file, lambdas, calls, joining, built);
    }
    return prepares && name.equals("<init>") ? new Preparing(next, joining, inherited) : next;
  }

  private boolean mayHaveSites() {
    return lambdas.areWanted() || calls.areWanted() || (built != null && built.hasEarlier());
  }

  @Override
  public void visitEnd() {
    if (built != null) {
      built.write(cv);
    }
    super.visitEnd();
  }

  /**
   * Has what the class inherits woven before its first object is made. A constructor rather than
   * the initialiser: a class that has none cannot be given one when it is loaded already.
   */
  private static final class Preparing extends MethodVisitor {

    private final Joining joining;
    private final List<Member> inherited;

    Preparing(MethodVisitor next, Joining joining, List<Member> inherited) {
      super(Opcodes.ASM9, next);
      this.joining = joining;
      this.inherited = inherited;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (!joining.isAtBuild()) {
        super.visitInvokeDynamicInsn("prepare", "()V", joining.link(), "prepare", "", "");
        return;
      }
      for (Member body : inherited) {
        super.visitInvokeDynamicInsn(
            INHERIT, "()V", joining.inherit(), body.owner(), body.name(), body.descriptor());
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      // Woven at build before, when what it inherits may have been something else.
      boolean isOld = joining.isAtBuild() && Joining.wasAtBuild(bootstrap) && name.equals(INHERIT);
      if (!isOld) {
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      }
    }
  }
}
