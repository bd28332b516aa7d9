package dev.tenon.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.ViewScope;
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
 * What a client assumes of a seam, as far as weaving needs to know it: operations by name and
 * number of parameters, since which of several is meant is core's to say. Immutable.
 */
final class View {

  private static final String MARK = "Ldev/tenon/contract/Assumes;";
  private static final byte[] MARK_BYTES = MARK.getBytes(ISO_8859_1);

  private final ViewScope scope;
  private final Set<String> operations;

  private View(ViewScope scope, Set<String> operations) {
    this.scope = scope;
    this.operations = operations;
  }

  /**
   * A view by its class file.
   *
   * @param header of the type
   * @param bytes of the type
   * @param component the nearest that is declared; empty for none
   * @return the view; null when the type is none
   */
  static @Nullable View of(ClassHeader header, byte[] bytes, String component) {
    Mirror mirror = new Mirror();
    new ClassReader(Declaration.readable(header, bytes))
        .accept(mirror, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    String target = mirror.target;
    return target == null
        ? null
        : new View(
            new ViewScope(header.name().replace('/', '.'), target, component), mirror.operations);
  }

  /** Whether a class file names the annotation of views. */
  static boolean isMarked(byte[] bytes) {
    return ClassHeader.mentions(bytes, MARK_BYTES);
  }

  /** Whether an annotation makes a view. */
  static boolean isMark(String descriptor) {
    return descriptor.equals(MARK);
  }

  /** The binary name of the view. */
  String type() {
    return scope.view();
  }

  /** Which classes it may be about. */
  ViewScope scope() {
    return scope;
  }

  /** The binary name of the seam. */
  String target() {
    return scope.target();
  }

  /** Whether it says nothing of any operation. */
  boolean isEmpty() {
    return operations.isEmpty();
  }

  /** The keys of the operations that it mirrors. */
  Set<String> operations() {
    return operations;
  }

  /** Whether it mirrors an operation of this key. */
  boolean mirrors(String key) {
    return operations.contains(key);
  }

  /** Whether a class may be of the view's component, by its name alone. */
  boolean mayCover(String internalName) {
    return scope.mayCover(internalName);
  }

  /** Whether classes are of the view's component of which this is the nearest that is declared. */
  boolean isOf(String nearest) {
    return scope.component().equals(nearest);
  }

  /** What its class file says; not written to once it was read. */
  private static final class Mirror extends ClassVisitor {

    private final Set<String> operations = new HashSet<>();
    private @Nullable String target;

    Mirror() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(MARK) ? new Target(this) : null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & Opcodes.ACC_ABSTRACT) != 0) {
        operations.add(Declaration.key(name, descriptor));
      }
      return null;
    }
  }

  /** Reads what a view is of. */
  private static final class Target extends AnnotationVisitor {

    private final Mirror mirror;

    Target(Mirror mirror) {
      super(Opcodes.ASM9);
      this.mirror = mirror;
    }

    @Override
    public void visit(String name, Object value) {
      if (value instanceof Type type) {
        mirror.target = type.getClassName();
      }
    }
  }
}
