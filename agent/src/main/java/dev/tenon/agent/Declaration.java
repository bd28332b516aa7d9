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
 * A type whose operations have clauses, its own or those of a holder, as far as weaving needs to
 * know it: by name and number of parameters, since what a method with generics overrides is core's
 * to say.
 */
final class Declaration {

  private final String type;
  private final @Nullable String holder;
  private final boolean isInterface;
  private final Set<String> operations;
  private final Set<String> declared;

  private Declaration(
      String type,
      @Nullable String holder,
      boolean isInterface,
      Set<String> operations,
      Set<String> declared) {
    this.type = type;
    this.holder = holder;
    this.isInterface = isInterface;
    this.operations = operations;
    this.declared = declared;
  }

  static Declaration of(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes);
    return new Declaration(
        header.name().replace('/', '.'),
        null,
        header.isInterface(),
        methods.operations,
        methods.declared);
  }

  /** What a holder declares about its target; null when the type is no holder. */
  static @Nullable Declaration held(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes);
    String target = methods.target;
    return target == null
        ? null
        : new Declaration(
            target, header.name().replace('/', '.'), true, methods.operations, methods.declared);
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

  /** The binary name of the type that the clauses are about. */
  String type() {
    return type;
  }

  /** The binary name of the holder that has the clauses; null when the type itself has them. */
  @Nullable String holder() {
    return holder;
  }

  /** What tells it from other declarations, also from those about the same type. */
  String id() {
    return holder == null ? type : type + " by " + holder;
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

    private final Set<String> operations = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private @Nullable String target;

    private Methods() {
      super(Opcodes.ASM9);
    }

    static Methods of(ClassHeader header, byte[] bytes) {
      Methods methods = new Methods();
      new ClassReader(readable(header, bytes))
          .accept(
              methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return methods;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals("Ldev/tenon/contract/ContractFor;") ? new Target(this) : null;
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

  /** Reads what a holder is about. */
  private static final class Target extends AnnotationVisitor {

    private final Methods methods;

    Target(Methods methods) {
      super(Opcodes.ASM9);
      this.methods = methods;
    }

    @Override
    public void visit(String name, Object value) {
      if (value instanceof Type type) {
        methods.target = type.getClassName();
      }
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
