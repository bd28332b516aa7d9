package dev.tenon.agent;

import dev.tenon.linking.Joints;
import dev.tenon.model.classfile.ClassHeader;
import java.util.Set;
import java.util.TreeSet;
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
  private final boolean isMarked;
  private final boolean isSeam;
  private final boolean isOutdated;
  private final Bound bound;

  private Declaration(
      String type, @Nullable String holder, boolean isInterface, Methods methods, Bound bound) {
    this.type = type;
    this.holder = holder;
    this.isInterface = isInterface;
    // Not what was read: that has a class loader, and this outlives it.
    this.isMarked = holder == null && methods.isMarked;
    this.isSeam =
        isMarked
            || (isInterface && holder == null && !methods.isView && !methods.clauses.isEmpty());
    this.isOutdated = methods.isOutdated;
    this.bound = bound;
  }

  /** What the clauses of a type declare; its constraints are left out. */
  static Declaration of(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes, null);
    return of(header, methods, methods.clauses);
  }

  /**
   * What a type declares.
   *
   * @param header of the type
   * @param bytes of the type
   * @param constraints what tells constraints from other annotations; null when none count
   * @param isUnder whether its constraints count although it is no seam itself
   * @param countsClauses whether its clauses count
   */
  static Declaration of(
      ClassHeader header,
      byte[] bytes,
      @Nullable Constraints constraints,
      boolean isUnder,
      boolean countsClauses) {
    Methods methods = Methods.of(header, bytes, constraints);
    Bound bound = new Bound();
    if (countsClauses && !methods.isView) {
      bound.addAll(methods.clauses);
    }
    if ((isUnder && !methods.isAboutOthers()) || methods.isSeam()) {
      bound.addAll(methods.constraints);
    }
    return of(header, methods, bound);
  }

  private static Declaration of(ClassHeader header, Methods methods, Bound bound) {
    String type = header.name().replace('/', '.');
    return new Declaration(type, null, header.isInterface(), methods, bound);
  }

  /** What a holder declares about its target; null when the type is no holder. */
  static @Nullable Declaration held(ClassHeader header, byte[] bytes) {
    Methods methods = Methods.of(header, bytes, null);
    String target = methods.target;
    return target == null
        ? null
        : new Declaration(target, header.name().replace('/', '.'), true, methods, methods.clauses);
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

  /** Whether it is a seam that says so, and not by clauses alone. */
  boolean isMarked() {
    return isMarked;
  }

  /** Whether it is a seam, even one that says nothing which counts. */
  boolean isSeam() {
    return isSeam;
  }

  /** Whether it carries constraints of the namespace that is not supported any more. */
  boolean isOutdated() {
    return isOutdated;
  }

  /** The keys of all operations that it says something of in whatever is under it. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>(bound.operations);
    if (bound.hasInvariants) {
      operations.add(Joints.INVARIANTS);
    }
    return operations;
  }

  boolean hasOperation(String key) {
    return bound.operations.contains(key);
  }

  /** Whether an operation is declared with this name and these erased parameters. */
  boolean declares(String name, String descriptor) {
    return bound.declared.contains(signature(name, descriptor));
  }

  static String signature(String name, String descriptor) {
    return name + descriptor.substring(0, descriptor.indexOf(')'));
  }

  /** Whether every object of the type has invariants to keep. */
  boolean hasInvariants() {
    return bound.hasInvariants;
  }

  /** Whether something of a static method or constructor is about this class itself. */
  boolean hasFixed(String owner) {
    return holder == null && type.equals(owner) && !bound.fixed.isEmpty();
  }

  /**
   * Whether it says something of subtypes too: static methods and constructors have no heirs. What
   * is under a marked seam may have constraints of its own.
   */
  boolean reachesSubtypes() {
    return isMarked || bound.fixed.isEmpty() || bound.hasInvariants || !bound.operations.isEmpty();
  }

  /** Whether a member of a class under it may be judged by it. */
  boolean binds(Member member) {
    if (bound.hasInvariants && member.keepsInvariants()) {
      return true;
    }
    return member.mayOverride()
        ? hasOperation(member.key())
        : hasFixed(member.owner()) && bound.fixed.contains(member.id());
  }

  /** The same for one that is woven, of which no more is known. */
  boolean mayBind(String owner, String name, String descriptor) {
    return bound.hasInvariants
        || hasOperation(key(name, descriptor))
        || (hasFixed(owner) && bound.fixed.contains(name + descriptor));
  }

  /** Whether a lambda with such an operation may be judged by it. */
  boolean bindsLambda(String key) {
    return bound.hasInvariants || hasOperation(key);
  }

  boolean isEmpty() {
    return bound.isEmpty();
  }
}
