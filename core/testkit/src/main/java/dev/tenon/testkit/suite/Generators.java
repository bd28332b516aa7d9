package dev.tenon.testkit.suite;

import dev.tenon.StatedClause;
import dev.tenon.model.Clause.Role;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.Domains;
import dev.tenon.testkit.relation.Literal;
import dev.tenon.testkit.relation.Problem;
import dev.tenon.testkit.relation.Solver;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the arguments of a seam's operations are made, in words.
 *
 * <p>Thread-safe.
 */
public final class Generators {

  private Generators() {}

  /**
   * Describes all operations of a seam.
   *
   * @param seam the interface
   * @return some lines for each operation: the values of each parameter alone, then the clauses by
   *     which they are drawn together, then those that are asked of what was drawn
   * @throws dev.tenon.verdict.MalformedContract if the contract cannot be enforced
   * @throws dev.tenon.testkit.domain.NoValueException if the values of a parameter cannot be made;
   *     the message says what to write
   * @throws dev.tenon.testkit.domain.EmptyDomainException if constraints leave nothing
   */
  public static String describe(Class<?> seam) {
    Subject subject =
        new Subject(
            seam,
            Domains.of(Map.of(), Clock.system(ZoneId.systemDefault()), new Whole()),
            Plan.USUAL);
    List<String> lines = new ArrayList<>();
    for (Source each : subject.sources()) {
      lines.add(seam.getName() + "." + SupplierSuite.operation(each.terms()));
      each.domains().forEach((name, domain) -> lines.add(line(name, domain.text())));
      for (StatedClause clause : each.terms().clauses()) {
        if (!clause.isConstraint() && clause.clause().role() == Role.REQUIRES) {
          String how = isDrawnBy(each, clause) ? "drawn by" : "asked";
          lines.add(line(how, clause.clause().text()));
        } else if (clause.clause().role() == Role.THROWS && !clause.clause().text().isEmpty()) {
          lines.add(line("both ways", Goals.name(clause)));
        }
      }
      each.domains().values().stream()
          .map(Domain::opaque)
          .flatMap(List::stream)
          .forEach(opaque -> lines.add(line("asked", opaque)));
    }
    return String.join("\n", lines);
  }

  private static String line(String title, String text) {
    return String.format("  %-12s %s", title, text);
  }

  private static boolean isDrawnBy(Source source, StatedClause clause) {
    for (List<Literal> branch : Goals.branches(source.terms(), clause, true)) {
      Problem problem =
          new Problem(
              source.terms().method().getDeclaringClass().getClassLoader(),
              source.domains(),
              Map.of(),
              Map.of(),
              branch,
              List.of());
      if (!branch.stream().allMatch(each -> Solver.isDrawnBy(problem, each))) {
        return false;
      }
    }
    return true;
  }
}
