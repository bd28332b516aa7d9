package dev.tenon.agent;

import net.bytebuddy.jar.asm.Opcodes;

/** A method or constructor, as far as it decides whether it is woven. Immutable. */
final class Member {

  private static final int NO_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
  private static final int NOBODY_OVERRIDES = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private final String owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final boolean isQuery;

  /**
   * A member.
   *
   * @param owner the binary name of the class that holds it
   * @param access its flags
   * @param name its name
   * @param descriptor its descriptor
   */
  Member(String owner, int access, String name, String descriptor) {
    this(owner, access, name, descriptor, false);
  }

  private Member(String owner, int access, String name, String descriptor, boolean isQuery) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.isQuery = isQuery;
  }

  /** The same, known to give a value and to do nothing else. */
  Member asQuery() {
    return new Member(owner, access, name, descriptor, true);
  }

  /** The binary name of the class that holds it. */
  String owner() {
    return owner;
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  /** What tells it from the other members of its class. */
  String id() {
    return name.concat(descriptor);
  }

  /** What it has in common with the operations that it may implement. */
  String key() {
    return Declaration.key(name, descriptor);
  }

  boolean hasCode() {
    return (access & NO_CODE) == 0;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  boolean isNative() {
    return (access & Opcodes.ACC_NATIVE) != 0;
  }

  boolean isBridge() {
    return (access & Opcodes.ACC_BRIDGE) != 0;
  }

  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  /** What helps where the body of a class can have no check, and a subclass is to be checked. */
  String remedy() {
    return isFinal()
        ? "it is final there: take the operation out of the contract, or put Seams.guard in front"
        : "override it there and call super";
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether it may implement an operation: what does not override binds its own class alone. */
  boolean mayOverride() {
    return (access & NOBODY_OVERRIDES) == 0 && name.charAt(0) != '<';
  }

  /**
   * Whether it keeps the invariants of its class: an object is consistent when it was made, and
   * after each call on it. Not asked of what invariants themselves call: a query, which a clause
   * calls without a flag, and the methods of Object, which the JDK's collections call.
   */
  boolean keepsInvariants() {
    return isConstructor()
        || (mayOverride() && (access & Opcodes.ACC_SYNTHETIC) == 0 && !isQuery && !isOfObject());
  }

  private boolean isOfObject() {
    return switch (name) {
      case "hashCode", "toString", "finalize", "clone" -> descriptor.startsWith("()");
      case "equals" -> descriptor.equals("(Ljava/lang/Object;)Z");
      default -> false;
    };
  }
}
