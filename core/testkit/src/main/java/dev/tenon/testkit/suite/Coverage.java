package dev.tenon.testkit.suite;

import dev.tenon.ClauseAnswer;
import dev.tenon.OperationTerms;
import dev.tenon.StatedClause;
import dev.tenon.Truth;
import dev.tenon.model.Clause.Role;
import dev.tenon.testkit.relation.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was seen of one operation and its clauses. Confined to one thread. */
final class Coverage {

  private final OperationTerms terms;
  private final Tally tally = new Tally();
  private final Map<StatedClause, long[]> seen = new LinkedHashMap<>();
  private long calls;
  private long outside;
  private long disabled;

  Coverage(OperationTerms terms) {
    this.terms = terms;
    terms.clauses().forEach(each -> seen.put(each, new long[3]));
  }

  /** Counts what is drawn for calls inside. */
  Tally tally() {
    return tally;
  }

  void disabled() {
    disabled++;
  }

  /** A call inside ended as it should. */
  void inside(Goal goal, List<ClauseAnswer> entry, @Nullable Throwable thrown) {
    calls++;
    entry.forEach(this::count);
    if (thrown == null) {
      returned();
    } else {
      count(each -> each.clause().role() == Role.AFTER && isOf(each, thrown));
      count(
          each ->
              each.clause().role() == Role.THROWS
                  && each.clause().text().isEmpty()
                  && isOf(each, thrown));
    }
    near(goal, each -> true);
  }

  private void returned() {
    count(each -> each.clause().role() == Role.ENSURES || each.clause().role() == Role.INVARIANT);
  }

  /** A call outside was refused. */
  void outside(Goal goal, List<ClauseAnswer> entry) {
    outside++;
    Set<StatedClause> broken = new HashSet<>();
    for (ClauseAnswer each : entry) {
      if (each.truth() == Truth.FALSE) {
        count(each);
        broken.add(each.stated());
      }
    }
    near(goal, broken::contains);
  }

  /** What a goal lies near to: the clause that it is about, or the constraints of its parameter. */
  private void near(Goal goal, Predicate<StatedClause> which) {
    if (goal.isNear()) {
      seen.forEach(
          (clause, counts) -> {
            if (which.test(clause) && (clause.equals(goal.about()) || isOfRoot(clause, goal))) {
              counts[2]++;
            }
          });
    }
  }

  private static boolean isOfRoot(StatedClause clause, Goal goal) {
    String name = clause.clause().name();
    return goal.root() != null
        && clause.isConstraint()
        && (name.equals(goal.root()) || name.startsWith(goal.root() + "."));
  }

  private void count(Predicate<StatedClause> which) {
    seen.forEach(
        (clause, counts) -> {
          if (which.test(clause)) {
            counts[0]++;
          }
        });
  }

  private void count(ClauseAnswer answer) {
    long[] counts = seen.get(answer.stated());
    if (counts != null && answer.truth() != Truth.UNDECIDED) {
      counts[answer.truth() == Truth.TRUE ? 0 : 1]++;
    }
  }

  private static boolean isOf(StatedClause clause, Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(clause.clause().exception())) {
        return true;
      }
    }
    return false;
  }

  OperationCount count(String operation) {
    List<Count> clauses = new ArrayList<>();
    seen.forEach(
        (clause, counts) ->
            clauses.add(new Count(Goals.name(clause), counts[0], counts[1], counts[2])));
    return new OperationCount(
        operation, calls, tally.tried(), outside, disabled, tally.refused(), clauses);
  }

  /** Clauses that nothing is known of; one that only allows an exception need not happen. */
  List<StatedClause> neverReached() {
    List<StatedClause> never = new ArrayList<>();
    seen.forEach(
        (clause, counts) -> {
          boolean isDemand =
              clause.clause().role() == Role.THROWS && !clause.clause().text().isEmpty();
          boolean isAllowed =
              clause.clause().role() == Role.AFTER
                  || (clause.clause().role() == Role.THROWS && clause.clause().text().isEmpty());
          if (isDemand ? counts[0] == 0 : !isAllowed && counts[0] + counts[1] == 0) {
            never.add(clause);
          }
        });
    return never;
  }

  long calls() {
    return calls;
  }

  OperationTerms terms() {
    return terms;
  }
}
