package dev.tenon.cli;

import dev.tenon.OperationTerms;
import dev.tenon.SeamTerms;
import dev.tenon.cli.source.TypeArguments;
import dev.tenon.contract.Seam;
import dev.tenon.model.Clause.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A contract with its inheritance resolved: what a client may rely on and what it owes, whoever
 * declared it.
 *
 * @param seam the binary name of the seam
 * @param name the name under which people know it; may be empty
 * @param owner who answers for it; may be empty
 * @param operations the operations, also those that nothing binds
 * @param invariants the invariants of the type
 */
record FlatContract(
    String seam,
    String name,
    String owner,
    List<FlatOperation> operations,
    List<FlatClause> invariants) {

  static FlatContract of(SeamTerms terms) {
    Class<?> seam = terms.seam();
    TypeArguments arguments = TypeArguments.of(seam);
    Seam marked = seam.getAnnotation(Seam.class);
    return new FlatContract(
        seam.getName(),
        marked == null ? "" : marked.name(),
        marked == null ? "" : marked.owner(),
        terms.operations().stream().map(each -> FlatOperation.of(each, seam, arguments)).toList(),
        invariants(terms));
  }

  private static List<FlatClause> invariants(SeamTerms terms) {
    Set<FlatClause> all = new LinkedHashSet<>(Invariants.of(terms.seam()));
    for (OperationTerms operation : terms.operations()) {
      operation.clauses().stream()
          .filter(each -> each.clause().role() == Role.INVARIANT)
          .map(each -> FlatClause.of(each, terms.seam()))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }
}
