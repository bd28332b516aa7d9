package dev.tenon.reference;

import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Random clauses about operations of a seam, as its clients see them.
 *
 * @param seam with all that could be said of it
 */
record Assumed(Draw draw, Program seam) {

  /** What a view says, each clause with a name that begins so. */
  List<Operation> operations(String prefix) {
    List<Operation> operations = new ArrayList<>();
    for (Operation each : seam.operations()) {
      // What is pure crosses no seam: nothing may be said of it, here as elsewhere.
      if (!each.isPure() && draw.chance(each.isQuery() ? 20 : 75)) {
        Operation said = operation(prefix, each);
        if (said.hasClauses()) {
          operations.add(said);
        }
      }
    }
    return operations;
  }

  private Operation operation(String prefix, Operation of) {
    Clauses clauses = new Clauses(draw);
    List<Expression> promised = new ArrayList<>();
    of.ensures().forEach(clause -> promised.add(clause.condition()));
    Set<String> texts = new LinkedHashSet<>();
    List<Clause> requires =
        named(prefix, texts, some(clauses.requires(entry(of)), List.of(0, 0, 0, 1, 1, 2)));
    List<Clause> ensures =
        named(prefix, texts, some(clauses.ensures(after(of), promised), List.of(0, 1, 1, 2, 2, 3)));
    List<Thrown> exceptions = draw.chance(35) ? exceptions(prefix, of) : List.of();
    return new Operation(
        of.name(),
        of.type(),
        of.parameters(),
        of.isQuery(),
        false,
        requires,
        ensures,
        exceptions,
        List.of());
  }

  List<Thrown> exceptions(String prefix, Operation of) {
    return new Exceptions(draw).of(prefix, entry(of), entry(of).afterwards(List.of()));
  }

  /** The statement that makes a body heed some clause, or throw what none foresees. */
  Optional<Statement> heeding(Operation of, List<Thrown> clauses) {
    if (!clauses.isEmpty()) {
      return new Exceptions(draw).heeding(clauses);
    }
    return draw.chance(25)
        ? Optional.of(
            new Statement.ThrowIf(
                new Expressions(draw, names(of)).condition(1), new Exceptions(draw).any()))
        : Optional.empty();
  }

  private List<Expression> some(List<Expression> conditions, List<Integer> counts) {
    return conditions.subList(0, Math.min(conditions.size(), draw.of(counts)));
  }

  /** Two equal texts on one operation are an error of the user's: the second is left out. */
  private static List<Clause> named(String prefix, Set<String> texts, List<Expression> conditions) {
    List<Clause> clauses = new ArrayList<>();
    for (Expression condition : conditions) {
      int number = texts.size();
      if (texts.add(JavaText.of(condition))) {
        clauses.add(new Clause(prefix + "c" + number, condition));
      }
    }
    return clauses;
  }

  private static Scope names(Operation of) {
    return new Scope(Programs.names(of.parameters()), List.of(), List.of());
  }

  private Scope entry(Operation of) {
    List<Expression> atoms = new ArrayList<>(Programs.queries(seam.fields()));
    seam.constants().stream()
        .map(Programs::qualified)
        .forEach(constant -> atoms.add(new Name(constant.type(), constant.name())));
    List<Scope.Function> functions = new ArrayList<>();
    seam.helpers().stream().map(Programs::qualified).map(Assumed::function).forEach(functions::add);
    seam.operations().stream()
        .filter(each -> each.isQuery() && !each.parameters().isEmpty())
        .map(each -> new Scope.Function(each.name(), each.type(), each.parameters()))
        .forEach(functions::add);
    return new Scope(names(of).with(atoms).atoms(), functions, List.of());
  }

  private static Scope.Function function(Program.Helper helper) {
    return new Scope.Function(helper.name(), helper.type(), helper.parameters());
  }

  private Scope after(Operation of) {
    List<Expression> result =
        of.type() == Type.VOID ? List.of() : List.of(new Name(of.type(), "result"));
    return entry(of).afterwards(result);
  }
}
