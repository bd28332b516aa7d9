package dev.tenon.internal.guard;

import dev.tenon.internal.constraint.Constrained;
import dev.tenon.internal.constraint.Constraints;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import dev.tenon.model.Reliance;
import dev.tenon.model.Reliances;
import java.util.ArrayList;
import java.util.List;

/** How much of what a client relies on is visibly promised, before any call. */
public final class Promised {

  private Promised() {}

  /**
   * Compares a view with what is declared about its seam, by the seam, what it extends and their
   * holders.
   *
   * @param view the view
   * @return what it relies on, each with what visibly promises it
   */
  public static List<Reliance> of(ClientView view) {
    List<Contract> promised = new ArrayList<>();
    for (Declaration each : Declarations.binding(view.seam(), view.type().getClassLoader())) {
      if (each instanceof Declaration.Compiled compiled) {
        promised.add(compiled.contract());
      }
    }
    for (Class<?> type : Declarations.supertypes(view.seam())) {
      if (Constrainings.isSeam(type)) {
        promised.add(contract(type, type, List.of()));
      }
    }
    List<Operation> clauses =
        view.declaration() instanceof Declaration.Compiled compiled
            ? compiled.contract().operations()
            : List.of();
    return Reliances.of(contract(view.type(), view.seam(), clauses), promised);
  }

  private static Contract contract(Class<?> stating, Class<?> about, List<Operation> clauses) {
    List<ConstrainedOperation> constrained =
        Constraints.of(stating).operations().stream().map(Constrained::described).toList();
    return new Contract(about.getName(), "", "", clauses, constrained);
  }
}
