package dev.tenon.model;

import static dev.tenon.model.Trees.B;
import static dev.tenon.model.Trees.N;
import static dev.tenon.model.Trees.binary;
import static dev.tenon.model.Trees.literal;
import static dev.tenon.model.Trees.not;
import static dev.tenon.model.Trees.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which preconditions of an override visibly ask more than all that the seam asks. */
class StrengtheningTest {

  private static final Node POSITIVE = binary(N, ">", number(0));
  private static final Node LARGE = binary(N, ">", number(5));

  private static Operation operation(Node... preconditions) {
    List<Clause> clauses = new ArrayList<>();
    for (Node tree : preconditions) {
      clauses.add(
          new Clause(
              Clause.Role.REQUIRES,
              "c" + clauses.size(),
              "text",
              "",
              "",
              1,
              true,
              List.of(),
              List.of(),
              tree));
    }
    return new Operation("f", "(IZ)V", false, List.of("n", "b"), clauses, List.of(), false);
  }

  private static List<String> found(Operation special, Operation general) {
    return Strengthening.of(special, general).stream()
        .map(
            each ->
                each.clause().name()
                    + (each.general() == null ? "" : " over " + each.general().name()))
        .toList();
  }

  @Test
  void repeating_and_weakening_ask_no_more() {
    assertThat(found(operation(POSITIVE), operation(POSITIVE))).isEmpty();
    assertThat(found(operation(POSITIVE), operation(LARGE))).isEmpty();
    assertThat(found(operation(), operation(LARGE))).isEmpty();
    assertThat(found(operation(literal("boolean", "true")), operation())).isEmpty();
  }

  @Test
  void a_stronger_one_asks_more_than_the_one_it_is_stronger_than() {
    assertThat(found(operation(LARGE), operation(B, POSITIVE))).containsExactly("c0 over c1");
    assertThat(found(operation(binary(POSITIVE, "&&", B)), operation(POSITIVE)))
        .containsExactly("c0 over c0");
  }

  @Test
  void any_asks_more_than_none() {
    assertThat(found(operation(B, POSITIVE), operation())).containsExactly("c0", "c1");
  }

  @Test
  void what_is_added_to_all_that_is_asked_asks_more() {
    assertThat(found(operation(POSITIVE, B), operation(POSITIVE))).containsExactly("c1");
  }

  @Test
  void one_that_follows_from_several_together_asks_no_more() {
    Operation general = operation(binary(N, ">=", number(0)), binary(N, "!=", number(0)), B);

    assertThat(found(operation(POSITIVE), general)).isEmpty();
    assertThat(found(operation(binary(B, "&&", POSITIVE)), general)).isEmpty();
  }

  @Test
  void nothing_is_known_of_clauses_about_different_things() {
    assertThat(found(operation(B), operation(POSITIVE))).isEmpty();
    assertThat(found(operation(not(B)), operation(B))).isEmpty();
  }

  @Test
  void what_is_told_never_follows_from_what_is_asked() {
    Random random = new Random(11);
    int told = 0;
    for (int i = 0; i < 60_000; i++) {
      Operation special = random(random);
      Operation general = random(random);
      List<Map<String, ?>> accepted = accepted(general);
      if (accepted.isEmpty()) {
        continue;
      }
      for (Strengthening each : Strengthening.of(special, general)) {
        told++;
        assertThat(accepted)
            .as("%s over %s", each.clause().tree(), general)
            .anyMatch(values -> !Trees.isTrue(each.clause().tree(), values));
      }
    }
    assertThat(told).isGreaterThan(5_000);
  }

  private static Operation random(Random random) {
    Node[] trees = new Node[random.nextInt(4)];
    for (int i = 0; i < trees.length; i++) {
      Node atom = StrengthTest.atom(random);
      trees[i] = random.nextInt(4) == 0 ? binary(atom, "&&", StrengthTest.atom(random)) : atom;
    }
    return operation(trees);
  }

  private static List<Map<String, ?>> accepted(Operation operation) {
    List<Map<String, ?>> accepted = new ArrayList<>();
    for (int n = -5; n <= 5; n++) {
      for (boolean b : new boolean[] {true, false}) {
        Map<String, ?> values = Map.of("n", n, "b", b);
        if (operation.requires().stream().allMatch(each -> Trees.isTrue(each.tree(), values))) {
          accepted.add(values);
        }
      }
    }
    return accepted;
  }
}
