package dev.tenon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.reference.Expression.Binary;
import dev.tenon.reference.Expression.Literal;
import dev.tenon.reference.Expression.Name;
import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Handle;
import dev.tenon.reference.Hierarchy.Member;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Shape;
import dev.tenon.reference.Hierarchy.Step;
import dev.tenon.reference.Hierarchy.Way;
import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules for several declarations of an operation, one by one: a number that is refused. */
class HierarchyInterpreterTest {

  private static final Name NUMBER = new Name(Type.INT, "n");
  private static final Operation OPERATION =
      new Operation("op", Type.INT, List.of(new Parameter(Type.INT, "n")), false, false, false);

  @Test
  void all_declarations_refuse() {
    assertThat(called(above(0), above(1), Way.DIRECT, -1))
        .startsWith("violation CLIENT PRECONDITION h.I.op#i also [c] unevaluable []");
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "GUARDED", "PROXIED"})
  void a_weaker_implementation_makes_it_latent(Way way) {
    assertThat(called(above(0), above(-5), way, -1))
        .startsWith("returns 7 records [CLIENT latent PRECONDITION h.I.op#i ");
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "GUARDED", "PROXIED"})
  void a_stronger_implementation_is_to_blame(Way way) {
    assertThat(called(above(0), above(5), way, 1))
        .startsWith("violation OVERRIDE PRECONDITION h.C.op#c ");
  }

  @Test
  void an_implementation_that_asks_nothing_erases_nothing() {
    for (Way way : List.of(Way.DIRECT, Way.GUARDED, Way.PROXIED)) {
      assertThat(called(above(0), List.of(), way, -1))
          .startsWith("violation CLIENT PRECONDITION h.I.op#i ");
    }
  }

  @Test
  void an_override_that_calls_super_is_one_handoff() {
    assertThat(called(above(0), List.of(), Way.DIRECT, 1)).startsWith("returns 7 records []");
  }

  private static List<Expression> above(int least) {
    return List.of(new Binary(">", NUMBER, new Literal(Type.INT, least)));
  }

  /** One call of C, which overrides B and passes on what no declaration accepts. */
  private static String called(
      List<Expression> seam, List<Expression> override, Way way, int argument) {
    Expression passed =
        new Expression.Query(Type.INT, "super.op", List.of(new Literal(Type.INT, -100)));
    Declared gate = type("I", Shape.INTERFACE, Optional.empty(), List.of(), seam, List.of());
    Declared base = type("B", Shape.CLASS, Optional.empty(), List.of(), List.of(), number(7));
    Declared special =
        type(
            "C",
            Shape.CLASS,
            Optional.of("B"),
            List.of("I"),
            override,
            List.of(new Statement.Return(passed)));
    Hierarchy hierarchy =
        new Hierarchy(
            "h",
            false,
            false,
            Type.VOID,
            List.of(OPERATION),
            List.of(gate, base, special),
            List.of(new Hierarchy.Supplier("C", List.of())),
            List.of(new Handle(way, "I", 0, List.of())),
            List.of(),
            List.of(new Step.Call(0, "op", List.of(new Literal(Type.INT, argument)), false)));
    return HierarchyInterpreter.run(hierarchy, Door.WOVEN).get(0).line();
  }

  private static List<Statement> number(int value) {
    return List.of(new Statement.Return(new Literal(Type.INT, value)));
  }

  private static Declared type(
      String name,
      Shape shape,
      Optional<String> superclass,
      List<String> interfaces,
      List<Expression> conditions,
      List<Statement> body) {
    List<Clause> requires =
        conditions.stream()
            .map(condition -> new Clause(name.toLowerCase(java.util.Locale.ROOT), condition))
            .toList();
    Member member = new Member("op", requires, List.of(), List.of(), !body.isEmpty(), body);
    return new Declared(
        name, shape, false, false, superclass, interfaces, List.of(member), Whole.NONE);
  }
}
