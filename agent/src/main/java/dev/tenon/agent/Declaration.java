package dev.tenon.agent;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A type whose methods carry clauses, as far as weaving needs to know it: by name and number of
 * parameters, since what a method with generics overrides is core's to say.
 */
final class Declaration {

  private final String type;
  private final boolean isInterface;
  private final Set<String> operations;
  private final Set<String> declared;

  private Declaration(
      String type, boolean isInterface, Set<String> operations, Set<String> declared) {
    this.type = type;
    this.isInterface = isInterface;
    this.operations = operations;
    this.declared = declared;
  }

  static Declaration of(ClassHeader header, byte[] bytes) {
    Set<String> operations = new HashSet<>();
    Set<String> declared = new HashSet<>();
    Methods methods = new Methods(operations, declared);
    new ClassReader(readable(header, bytes))
        .accept(methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new Declaration(
        header.name().replace('/', '.'), header.isInterface(), operations, declared);
  }

  /** A newer class file than this reader knows has the same head and methods. */
  static byte[] readable(ClassHeader header, byte[] bytes) {
    if (header.major() <= Weaver.NEWEST) {
      return bytes;
    }
    byte[] older = bytes.clone();
    older[6] = 0;
    older[7] = (byte) Weaver.NEWEST;
    return older;
  }

  /** What an operation and a method that may implement it have in common. */
  static String key(String name, String descriptor) {
    return name + '/' + Type.getArgumentTypes(descriptor).length;
  }

  /** The binary name. */
  String type() {
    return type;
  }

  boolean isInterface() {
    return isInterface;
  }

  boolean hasOperation(String key) {
    return operations.contains(key);
  }

  /** Whether an operation is declared with this name and these erased parameters. */
  boolean declares(String name, String descriptor) {
    return declared.contains(signature(name, descriptor));
  }

  private static String signature(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')'));
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  private static final class Methods extends ClassVisitor {

    private final Set<String> operations;
    private final Set<String> declared;

    Methods(Set<String> operations, Set<String> declared) {
      super(Opcodes.ASM9);
      this.operations = operations;
      this.declared = declared;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new Clauses(this, name, descriptor);
    }
  }

  private static final class Clauses extends MethodVisitor {

    private final Methods methods;
    private final String name;
    private final String of;

    Clauses(Methods methods, String name, String of) {
      super(Opcodes.ASM9);
      this.methods = methods;
      this.name = name;
      this.of = of;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      if (descriptor.startsWith("Ldev/tenon/contract/Requires")
          || descriptor.startsWith("Ldev/tenon/contract/Ensures")) {
        methods.operations.add(key(name, of));
        methods.declared.add(signature(name, of));
      }
      return null;
    }
  }
}
