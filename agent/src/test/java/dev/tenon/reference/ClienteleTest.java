package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Clientele.Client;
import dev.tenon.reference.Clientele.View;
import dev.tenon.reference.Expression.Access;
import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for a client with a view, one by one: an operation on null that gives 7. */
class ClienteleTest {

  private static final Name TEXT = new Name(Type.STRING, "a");
  private static final Literal NULL = new Literal(Type.STRING, null);
  private static final Statement SEVEN = new Statement.Return(number(7));
  private static final Statement FAILING =
      new Statement.ThrowIf(new Literal(Type.BOOLEAN, true), "java.lang.IllegalStateException");

  private static final Clause GIVEN = new Clause("given", new Binary("!=", TEXT, NULL));
  private static final Clause FEW = new Clause("few", result("<", 7));
  private static final Clause MANY = new Clause("many", result(">", 7));
  private static final Clause POSITIVE = new Clause("positive", result(">", 0));
  private static final Clause LONG =
      new Clause(
          "long", new Binary(">", new Access(Type.INT, TEXT, "length", List.of()), number(2)));

  private static Expression result(String operator, int number) {
    return new Binary(operator, new Name(Type.INT, "result"), number(number));
  }

  private static Literal number(int value) {
    return new Literal(Type.INT, value);
  }

  @Test
  void a_promise_is_asked_together_with_the_seams_own_terms() {
    assertThat(called(seam(List.of(LONG), List.of()), view(List.of(GIVEN), List.of())))
        .startsWith("violation CLIENT PRECONDITION p.Gate.op#given also [] unevaluable [long]");
  }

  @Test
  void the_strictest_of_promise_and_precondition_decides() {
    Clause never = new Clause("never", new Literal(Type.BOOLEAN, false));
    assertThat(
            called(
                seam(List.of(never), List.of()),
                view(List.of(GIVEN), List.of()),
                new Rule("c0.View", "op", "given", Mode.OBSERVE)))
        .startsWith("violation CLIENT PRECONDITION p.Gate.op#never also [given]");
  }

  @Test
  void what_nobody_promises_is_a_gap() {
    assertThat(called(seam(List.of(), List.of(POSITIVE)), view(List.of(), List.of(FEW))))
        .startsWith("violation GAP ASSUMPTION p.Gate.op#few also [] unevaluable []")
        .contains("against [positive] client p.c0.Client supplier p.Keeper");
  }

  @Test
  void what_is_promised_and_not_kept_is_the_suppliers_alone() {
    assertThat(
            called(
                seam(List.of(), List.of(MANY)),
                view(List.of(), List.of(FEW)),
                new Rule("op", "many", Mode.OBSERVE)))
        .startsWith("returns 7 records [SUPPLIER GUARANTEE p.Gate.op#many also []")
        .doesNotContain("GAP");
  }

  @Test
  void a_client_whose_own_promise_is_false_has_nothing_to_rely_on() {
    assertThat(
            called(
                seam(List.of(), List.of()),
                view(List.of(GIVEN), List.of(FEW)),
                new Rule("c0.View", "op", "given", Mode.OFF)))
        .startsWith("returns 7 records [] ");
  }

  @Test
  void after_a_broken_precondition_nothing_is_relied_on() {
    assertThat(
            called(
                seam(List.of(GIVEN), List.of()),
                view(List.of(), List.of(FEW)),
                new Rule("op", "given", Mode.OBSERVE)))
        .startsWith("returns 7 records [CLIENT PRECONDITION p.Gate.op#given")
        .doesNotContain("GAP");
  }

  @Test
  void a_precondition_that_is_off_and_not_asked_changes_nothing() {
    assertThat(
            called(
                seam(List.of(GIVEN), List.of()),
                view(List.of(), List.of(FEW)),
                new Rule("op", "given", Mode.OFF)))
        .startsWith("violation GAP ASSUMPTION p.Gate.op#few");
  }

  @Test
  void an_exception_that_no_view_foresees_carries_the_gap() {
    Thrown foreseen =
        new Thrown(
            "foreseen",
            "java.lang.UnsupportedOperationException",
            Optional.empty(),
            Optional.empty());
    assertThat(
            called(
                operation(List.of(), List.of(), List.of(), FAILING),
                operation(List.of(), List.of(), List.of(foreseen), FAILING)))
        .startsWith(
            "throws java.lang.IllegalStateException with GAP ASSUMPTION p.Gate.op#foreseen also []");
  }

  private static Operation seam(List<Clause> requires, List<Clause> ensures) {
    return operation(requires, ensures, List.of(), SEVEN);
  }

  private static Operation view(List<Clause> requires, List<Clause> ensures) {
    return operation(requires, ensures, List.of(), SEVEN);
  }

  private static Operation operation(
      List<Clause> requires, List<Clause> ensures, List<Thrown> exceptions, Statement body) {
    List<Parameter> parameters = List.of(new Parameter(Type.STRING, "a"));
    return new Operation(
        "op", Type.INT, parameters, false, false, requires, ensures, exceptions, List.of(body));
  }

  /** One call with null. */
  private static String called(Operation seam, Operation assumed, Rule... rules) {
    View view = new View("c0.View", true, List.of(assumed));
    Client client = new Client("c0", false, false, false, List.of(view));
    Program program =
        new Program(
            "p",
            Form.PUBLIC,
            List.of(),
            List.of(),
            List.of(),
            List.of(seam),
            List.of(rules),
            List.of(new Step.Call(List.of(0), 1, "op", List.of(NULL))),
            new Clientele(List.of(client), Optional.empty()));
    return Interpreter.run(program, Door.WOVEN).get(0).line();
  }
}
