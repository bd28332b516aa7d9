package dev.tenon;

import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.linking.Joints;
import dev.tenon.model.Operation;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The operations that a seam or view says something of now. */
final class SaidOperations {

  private SaidOperations() {}

  /**
   * As a record of what was woven at build names them; none of types that are not there.
   *
   * @param name the binary name of a seam or view, which is loaded and not initialised
   * @param loader who sees it
   */
  static Set<String> of(String name, ClassLoader loader) {
    Set<String> operations = new TreeSet<>();
    try {
      Class<?> type = Class.forName(name, false, loader);
      ClientView view = ClientView.of(type);
      for (Declaration each :
          view == null ? Declarations.binding(type, loader) : List.of(view.declaration())) {
        if (each instanceof Declaration.Compiled compiled && compiled.stating() == type) {
          compiled.contract().operations().forEach(operation -> add(operation, operations));
        }
      }
    } catch (ClassNotFoundException | LinkageError | TypeNotPresentException absent) {
      // Nor will anybody call it.
      return operations;
    }
    return operations;
  }

  /** A static method or constructor is woven in its own class, with its clauses. */
  private static void add(Operation operation, Set<String> operations) {
    if (operation.isInvariants()) {
      operations.add(Joints.INVARIANTS);
    } else if (!operation.clauses().isEmpty()
        && !operation.isStatic()
        && !operation.isConstructor()) {
      int parameters = MethodTypeDesc.ofDescriptor(operation.descriptor()).parameterCount();
      operations.add(operation.name() + "/" + parameters);
    }
  }
}
