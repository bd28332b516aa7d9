package dev.tenon.agent;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts a door into every body that may implement an operation: the bodies change, nothing else
 * does, so that loaded classes can be woven too.
 *
 * <p>Thread-safe.
 */
final class Weaver {

  /** The newest class file that is understood. */
  static final int NEWEST = Opcodes.V28 & 0xFFFF;

  /** invokedynamic came with Java 7. */
  private static final int OLDEST = Opcodes.V1_7 & 0xFFFF;

  private static final int NO_SUPPLIER =
      Opcodes.ACC_STATIC
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_NATIVE
          | Opcodes.ACC_BRIDGE;

  private final Presence presence;

  Weaver(Presence presence) {
    this.presence = presence;
  }

  /** The woven class file, or null when no body of it implements an operation. */
  byte @Nullable [] weave(
      ClassLoader loader, ClassHeader header, byte[] bytes, List<Declaration> lineage) {
    if (header.major() < OLDEST || header.major() > NEWEST) {
      refuse(loader, header, lineage, unreadable(header));
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    Bodies bodies = new Bodies(header.name(), lineage);
    reader.accept(bodies, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    if (bodies.isEmpty()) {
      return null;
    }
    byte[] woven;
    try {
      woven = write(reader, bodies);
    } catch (MethodTooLargeException full) {
      refuse(
          loader,
          header,
          lineage,
          "method "
              + full.getMethodName()
              + " of "
              + binary(header)
              + " has no room for a check (64 KB); split it");
      return null;
    }
    for (Declaration declaration : lineage) {
      presence.wove(loader, declaration.type(), binary(header), bodies.count(declaration));
    }
    return woven;
  }

  private static byte[] write(ClassReader reader, Bodies bodies) {
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Doorways(writer, bodies), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static String unreadable(ClassHeader header) {
    String which = binary(header) + " is a class file of version " + header.major();
    return header.major() < OLDEST
        ? which + ", which cannot hold a check; compile it for Java 7 or later"
        : which + ", newer than this agent knows (" + NEWEST + "); use a newer tenon-agent";
  }

  private void refuse(
      ClassLoader loader, ClassHeader header, List<Declaration> lineage, String reason) {
    if (header.isInterface() && lineage.size() == 1) {
      // Nothing but the seam itself: its default methods, if any, are what is not woven.
      return;
    }
    for (Declaration declaration : lineage) {
      presence.refuse(loader, declaration.type(), reason);
    }
  }

  private static String binary(ClassHeader header) {
    return header.name().replace('/', '.');
  }

  /** Whether a method with this access could be a supplier's body. */
  static boolean isBody(int access, String name) {
    return (access & NO_SUPPLIER) == 0 && name.charAt(0) != '<';
  }

  private static final class Doorways extends ClassVisitor {

    private final Bodies bodies;

    Doorways(ClassVisitor next, Bodies bodies) {
      super(Opcodes.ASM9, next);
      this.bodies = bodies;
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
      return body == null ? next : new Doorway(next, body);
    }
  }
}
