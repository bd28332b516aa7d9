package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.check.Constraining;
import dev.tenon.internal.constraint.Constrained;
import dev.tenon.internal.constraint.Constraints;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Links what the views of a client say about one operation. */
final class Assumptions {

  private Assumptions() {}

  /**
   * Links.
   *
   * @param lookup a lookup that sees the views' companions
   * @param bound the operation as it is called
   * @param views what is assumed
   * @param holes takes what cannot be enforced
   * @param unenforceable takes a view that cannot be enforced, with the reason
   */
  static List<Checks> link(
      MethodHandles.Lookup lookup,
      Binding bound,
      List<ClientView> views,
      Holes holes,
      BiConsumer<Class<?>, String> unenforceable) {
    List<Checks> checks = new ArrayList<>();
    for (ClientView view : views) {
      List<Constraining> constraints = constraints(bound, view, holes);
      if (view.declaration() instanceof Declaration.Compiled compiled) {
        checks.addAll(Bodies.link(lookup, compiled, bound::isBound, constraints, holes));
      } else if (view.declaration() instanceof Declaration.Unenforceable not) {
        unenforceable.accept(view.type(), not.reason());
        if (bound.mayBind(not)) {
          holes.add(new Hole(view.type(), not.reason()));
        }
      }
      constraints.forEach(each -> checks.add(Checks.of(each)));
    }
    return checks;
  }

  private static List<Constraining> constraints(Binding bound, ClientView view, Holes holes) {
    Constraints constraints = Constraints.of(view.type());
    constraints.problems().forEach(each -> Presence.notEnforced(view.type(), each));
    List<Constraining> found = new ArrayList<>();
    for (Constrained each : constraints.operations()) {
      if (bound.isBound(view.seam(), each.operation())) {
        found.add(
            new Constraining(
                view.seam(),
                view.type(),
                each,
                view.type(),
                Lanes::current,
                problem -> holes.accept(view.type(), problem)));
      }
    }
    return found;
  }

  /** The declarations of the views behind others. */
  static List<Declaration> beside(List<Declaration> binding, List<ClientView> views) {
    List<Declaration> all = new ArrayList<>(binding);
    views.forEach(view -> all.add(view.declaration()));
    return all;
  }
}
