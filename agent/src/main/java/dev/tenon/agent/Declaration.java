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
 * A type with clauses, its own or those of a holder, as far as weaving needs to know it: operations
 * by name and number of parameters, since what a method with generics overrides is core's to say.
 */
final class Declaration {

  private final String type;
  private final @Nullable String holder;
  private final boolean isInterface;
  private final Methods methods;

  private Declaration(String type, @Nullable String holder, boolean isInterface, Methods methods) {
    this.type = type;
    this.holder = holder;
    this.isInterface = isInterface;
    this.methods = methods;
  }

  static Declaration of(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes);
    return new Declaration(header.name().replace('/', '.'), null, header.isInterface(), methods);
  }

  /** What a holder declares about its target; null when the type is no holder. */
  static @Nullable Declaration held(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes);
    String target = methods.target;
    return target == null
        ? null
        : new Declaration(target, header.name().replace('/', '.'), true, methods);
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
    return methods.operations.contains(key);
  }

  /** Whether an operation is declared with this name and these erased parameters. */
  boolean declares(String name, String descriptor) {
    return methods.declared.contains(signature(name, descriptor));
  }

  private static String signature(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')'));
  }

  /** Whether every object of the type has invariants to keep. */
  boolean hasInvariants() {
    return methods.hasInvariants;
  }

  /** Whether clauses of a static method or constructor are about this class itself. */
  boolean hasFixed(String owner) {
    return holder == null && type.equals(owner) && !methods.fixed.isEmpty();
  }

  /** Whether it says something of subtypes too: static methods and constructors have no heirs. */
  boolean reachesSubtypes() {
    return methods.fixed.isEmpty() || methods.hasInvariants || !methods.operations.isEmpty();
  }

  /** Whether a member of a class under it may be judged by it. */
  boolean binds(Member member) {
    if (methods.hasInvariants && member.keepsInvariants()) {
      return true;
    }
    return member.mayOverride()
        ? hasOperation(member.key())
        : hasFixed(member.owner()) && methods.fixed.contains(member.id());
  }

  /** The same for one that is woven, of which no more is known. */
  boolean mayBind(String owner, String name, String descriptor) {
    return methods.hasInvariants
        || hasOperation(key(name, descriptor))
        || (hasFixed(owner) && methods.fixed.contains(name + descriptor));
  }

  /** Whether a lambda with such an operation may be judged by it. */
  boolean bindsLambda(String key) {
    return methods.hasInvariants || hasOperation(key);
  }

  boolean isEmpty() {
    return methods.operations.isEmpty() && methods.fixed.isEmpty() && !methods.hasInvariants;
  }

  /** What its class file says; not written to once it was read. */
  private static final class Methods extends ClassVisitor {

    private final Set<String> operations = new HashSet<>();
    private final Set<String> declared = new HashSet<>();

    /** The names and descriptors of static methods and constructors. */
    private final Set<String> fixed = new HashSet<>();

    private boolean hasInvariants;
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
      hasInvariants |= descriptor.startsWith("Ldev/tenon/contract/Invariant");
      return descriptor.equals("Ldev/tenon/contract/ContractFor;") ? new Target(this) : null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      boolean isFixed = (access & Opcodes.ACC_STATIC) != 0 || name.equals("<init>");
      return new Clauses(this, isFixed, name, descriptor);
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

    private static final String[] KINDS = {
      "Ldev/tenon/contract/Requires", "Ldev/tenon/contract/Ensures", "Ldev/tenon/contract/Throws"
    };

    private final Methods methods;
    private final boolean isFixed;
    private final String name;
    private final String of;

    Clauses(Methods methods, boolean isFixed, String name, String of) {
      super(Opcodes.ASM9);
      this.methods = methods;
      this.isFixed = isFixed;
      this.name = name;
      this.of = of;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      for (String kind : KINDS) {
        if (descriptor.startsWith(kind)) {
          add();
        }
      }
      return null;
    }

    private void add() {
      if (isFixed) {
        methods.fixed.add(name + of);
      } else {
        methods.operations.add(key(name, of));
        methods.declared.add(signature(name, of));
      }
    }
  }
}
