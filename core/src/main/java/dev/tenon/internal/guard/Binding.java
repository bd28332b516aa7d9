package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Overriding;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodType;
import java.util.Set;

/**
 * Which operations of its declarations bind one implementation.
 *
 * @param implementation what is bound
 * @param overriding the view from its type on what it inherits
 */
record Binding(Implementation implementation, Overriding overriding) {

  /**
   * The methods of every object, which others call while it changes: to print it, to look for it.
   */
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of(
          "equals(Ljava/lang/Object;)Z",
          "hashCode()I",
          "toString()Ljava/lang/String;",
          "finalize()V",
          "clone()Ljava/lang/Object;");

  /** Whether an operation of a declaration binds it. */
  boolean isBound(Class<?> declaring, Operation operation) {
    if (operation.isInvariants() || operation.isStatic() != implementation.isStatic()) {
      return false;
    }
    return (implementation.isOwn() || operation.isConstructor())
        ? declaring == implementation.type()
            && operation.name().equals(implementation.method())
            && hasParameters(operation)
        : overriding.implementsOperation(
            declaring, operation, implementation.method(), implementation.erased());
  }

  private boolean hasParameters(Operation operation) {
    return MethodType.fromMethodDescriptorString(
            operation.descriptor(), implementation.type().getClassLoader())
        .parameterList()
        .equals(implementation.erased().parameterList());
  }

  /** Whether invariants are judged when it is left. */
  boolean hasInvariants(Class<?> declaring, Operation operation) {
    return operation.isInvariants() && !implementation.isStatic() && mayChangeItsObject();
  }

  /**
   * What an invariant calls without a flag must not have it checked: it would be evaluated again
   * for ever.
   */
  private boolean mayChangeItsObject() {
    String signature = implementation.method() + implementation.erased().toMethodDescriptorString();
    return !OF_EVERY_OBJECT.contains(signature)
        && !isAccessor()
        && !overriding.isPure(
            implementation.type(), implementation.method(), implementation.erased());
  }

  private boolean isAccessor() {
    Class<?> owner = implementation.owner();
    if (!owner.isRecord() || implementation.erased().parameterCount() > 0) {
      return false;
    }
    try {
      for (var component : owner.getRecordComponents()) {
        if (component.getName().equals(implementation.method())) {
          return true;
        }
      }
    } catch (LinkageError unreadable) {
      return false;
    }
    return false;
  }

  /** Whether one of the clauses that cannot be enforced may bind it. */
  boolean mayBind(Declaration.Unenforceable declaration) {
    return declaration.operations() == null
        || declaration.operations().stream()
            .anyMatch(
                each ->
                    isBound(declaration.type(), each) || hasInvariants(declaration.type(), each));
  }
}
