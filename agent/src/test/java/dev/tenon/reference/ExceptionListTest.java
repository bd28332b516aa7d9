package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for exceptions, one by one. */
class ExceptionListTest {

  private static final String STATE = "java.lang.IllegalStateException";
  private static final String CANCELLED = "java.util.concurrent.CancellationException";
  private static final String NUMBER = "java.lang.ArithmeticException";

  private static final Expression HELD = new Literal(Type.BOOLEAN, true);
  private static final Expression FALSE = new Literal(Type.BOOLEAN, false);
  private static final Expression FAILING =
      new Binary(
          "==",
          new Binary("/", new Literal(Type.INT, 1), new Literal(Type.INT, 0)),
          new Literal(Type.INT, 1));

  @Test
  void a_type_without_a_condition_may_be_thrown_and_so_may_its_subtypes() {
    assertThat(broken(STATE, any("a", STATE))).isEmpty();
    assertThat(broken(CANCELLED, any("a", STATE))).isEmpty();
  }

  @Test
  void a_type_that_no_clause_names_breaks_the_first_clause() {
    assertThat(broken(NUMBER, any("a", STATE), any("b", CANCELLED))).containsExactly("a");
  }

  @Test
  void a_condition_that_did_not_hold_forbids_its_type_unless_another_clause_allows_it() {
    assertThat(broken(CANCELLED, when("a", CANCELLED, FALSE))).containsExactly("a");
    assertThat(broken(CANCELLED, when("a", CANCELLED, FALSE), any("b", STATE))).isEmpty();
  }

  @Test
  void a_condition_that_held_demands_its_type_whatever_else_is_allowed() {
    assertThat(broken(NUMBER, when("a", STATE, HELD), any("b", NUMBER))).containsExactly("a");
    assertThat(broken(CANCELLED, when("a", STATE, HELD), when("b", CANCELLED, HELD))).isEmpty();
  }

  @Test
  void an_error_that_no_clause_names_passes() {
    assertThat(broken("java.lang.AssertionError", when("a", STATE, HELD))).isEmpty();
    assertThat(broken("java.lang.Error", when("a", "java.lang.Error", FALSE))).containsExactly("a");
  }

  @Test
  void a_condition_that_throws_says_something_of_its_own_type_alone() {
    Thrown failing = when("a", STATE, FAILING);
    assertThat(asked(STATE, failing).failed()).extracting(Clause::name).containsExactly("a");
    assertThat(broken(NUMBER, failing, when("b", NUMBER, FALSE))).containsExactly("b");
  }

  private static Thrown any(String name, String exception) {
    return new Thrown(name, exception, Optional.empty(), Optional.empty());
  }

  private static Thrown when(String name, String exception, Expression when) {
    return new Thrown(name, exception, Optional.of(when), Optional.empty());
  }

  private static List<String> broken(String raised, Thrown... clauses) {
    return asked(raised, clauses).broken().stream().map(Clause::name).toList();
  }

  private static Verdicts asked(String raised, Thrown... clauses) {
    Evaluation entry = new Evaluation(Map.of(), Map.of(), Map.of(), (method, arguments) -> null);
    Map<Old, Evaluation.Captured> olds = new HashMap<>();
    Map<Clause, Mode> modes = new HashMap<>();
    for (Thrown each : clauses) {
      modes.put(each.clause(), Mode.ENFORCE);
      Olds.in(each.clause().condition()).forEach(old -> olds.put(old, Stated.captured(old, entry)));
    }
    Evaluation after = new Evaluation(Map.of(), Map.of(), olds, (method, arguments) -> null);
    return new ExceptionList(List.of(clauses), modes).of(new Raised(raised, null), after);
  }
}
