package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;
import net.bytebuddy.jar.asm.TypeReference;
import org.jspecify.annotations.Nullable;

/** What the class file of a declaration says; not written to once it was read. */
final class Methods extends ClassVisitor {

  private final @Nullable Constraints known;
  final Bound clauses = new Bound();
  final Bound constraints = new Bound();
  boolean isMarked;
  boolean isOutdated;
  boolean isView;
  @Nullable String target;

  private Methods(@Nullable Constraints known) {
    super(Opcodes.ASM9);
    this.known = known;
  }

  static Methods of(ClassHeader header, byte[] bytes, @Nullable Constraints known) {
    Methods methods = new Methods(known);
    new ClassReader(Declaration.readable(header, bytes))
        .accept(methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return methods;
  }

  /** Whether it is a holder, which speaks of its target, or a view, which speaks of clients. */
  boolean isAboutOthers() {
    return target != null || isView;
  }

  boolean isSeam() {
    return !isAboutOthers() && (isMarked || !clauses.isEmpty());
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    clauses.hasInvariants |= descriptor.startsWith("Ldev/tenon/contract/Invariant");
    isMarked |= descriptor.equals("Ldev/tenon/contract/Seam;");
    isView |= View.isMark(descriptor);
    return descriptor.equals("Ldev/tenon/contract/ContractFor;") ? new Target(this) : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Annotations(this, access, name, descriptor);
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

  /** Reads what stands on one method or constructor. */
  private static final class Annotations extends MethodVisitor {

    private static final String[] KINDS = {
      "Ldev/tenon/contract/Requires", "Ldev/tenon/contract/Ensures", "Ldev/tenon/contract/Throws"
    };

    /** Bean Validation asks neither static methods nor those that nobody else can call. */
    private static final int UNCONSTRAINED =
        Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private final Methods methods;
    private final boolean isFixed;
    private final boolean mayBeConstrained;
    private final String name;
    private final String of;

    Annotations(Methods methods, int access, String name, String of) {
      super(Opcodes.ASM9);
      boolean isConstructor = name.equals("<init>");
      this.methods = methods;
      this.isFixed = (access & Opcodes.ACC_STATIC) != 0 || isConstructor;
      this.mayBeConstrained =
          methods.known != null && (isConstructor || (access & UNCONSTRAINED) == 0);
      this.name = name;
      this.of = of;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      for (String kind : KINDS) {
        if (descriptor.startsWith(kind)) {
          methods.clauses.add(isFixed, name, of);
          return null;
        }
      }
      look(descriptor, visible);
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      look(descriptor, visible);
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int reference, @Nullable TypePath path, String descriptor, boolean visible) {
      int sort = new TypeReference(reference).getSort();
      if (sort == TypeReference.METHOD_RETURN || sort == TypeReference.METHOD_FORMAL_PARAMETER) {
        look(descriptor, visible);
      }
      return null;
    }

    private void look(String descriptor, boolean visible) {
      Constraints known = methods.known;
      if (!visible || !mayBeConstrained || known == null) {
        return;
      }
      if (Constraints.isOutdated(descriptor)) {
        methods.isOutdated = true;
      } else if (known.has(descriptor)) {
        methods.constraints.add(isFixed, name, of);
      }
    }
  }
}
