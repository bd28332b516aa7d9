package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Expression.Old;
import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Form;
import dev.tenon.reference.Program.Mode;
import dev.tenon.reference.Program.Operation;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.Program.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of a handoff, one by one: text.length() over a text that may be null. */
class InterpreterTest {

  private static final Name TEXT = new Name(Type.STRING, "a");
  private static final Literal NULL = new Literal(Type.STRING, null);
  private static final Clause CHECK = new Clause("check", new Binary("!=", TEXT, NULL));
  private static final Clause LONG = new Clause("long", new Binary(">", length(), number(2)));
  private static final Clause NEGATIVE =
      new Clause("negative", new Binary("<", new Name(Type.INT, "result"), number(0)));
  private static final Clause READS_OLD =
      new Clause("old", new Binary(">", new Old(length()), number(0)));
  private static final Clause AVOIDS_OLD =
      new Clause("avoids", new Binary("||", new Binary("==", TEXT, NULL), READS_OLD.condition()));

  private static Expression length() {
    return new Access(Type.INT, TEXT, "length", List.of());
  }

  private static Literal number(int value) {
    return new Literal(Type.INT, value);
  }

  @Test
  void a_dereference_before_its_null_check_is_not_evaluable_and_the_client_is_to_blame() {
    assertThat(called(List.of(LONG, CHECK), List.of()))
        .startsWith("violation CLIENT PRECONDITION p.Gate.op#check also [] unevaluable [long]");
  }

  @Test
  void an_undecided_precondition_is_recorded_and_nothing_is_owed() {
    assertThat(called(List.of(LONG), List.of(NEGATIVE)))
        .startsWith("returns 7 records [CONTRACT THREW PRECONDITION p.Gate.op#long");
  }

  @Test
  void a_false_precondition_that_is_off_blames_nobody_and_nothing_is_owed() {
    assertThat(called(List.of(CHECK), List.of(NEGATIVE), new Rule("op", "check", Mode.OFF)))
        .startsWith("returns 7 records [] ");
  }

  @Test
  void a_clause_beside_a_false_one_that_is_off_is_no_verdict() {
    assertThat(called(List.of(CHECK, LONG), List.of(NEGATIVE), new Rule("op", "check", Mode.OFF)))
        .startsWith("returns 7 records [] ");
  }

  @Test
  void the_first_clause_of_the_strictest_mode_decides() {
    Clause empty = new Clause("never", new Literal(Type.BOOLEAN, false));
    assertThat(called(List.of(CHECK, empty), List.of(), new Rule("op", "check", Mode.OBSERVE)))
        .startsWith("violation CLIENT PRECONDITION p.Gate.op#never also [check] unevaluable []");
  }

  @Test
  void a_failed_capture_counts_only_when_it_is_read() {
    assertThat(called(List.of(), List.of(READS_OLD)))
        .startsWith("returns 7 records [CONTRACT THREW GUARANTEE p.Gate.op#old");
    assertThat(called(List.of(), List.of(AVOIDS_OLD))).startsWith("returns 7 records [] ");
  }

  /** One call with null. */
  private static String called(List<Clause> requires, List<Clause> ensures, Rule... rules) {
    Operation operation =
        new Operation(
            "op",
            Type.INT,
            List.of(new Parameter(Type.STRING, "a")),
            false,
            false,
            requires,
            ensures,
            List.of(new Statement.Return(number(7))));
    Program program =
        new Program(
            "p",
            Form.PUBLIC,
            List.of(),
            List.of(),
            List.of(),
            List.of(operation),
            List.of(rules),
            List.of(new Step.Call("op", List.of(NULL))));
    return Interpreter.run(program, Door.WOVEN).get(0).line();
  }
}
