package dev.tenon.model;

import static dev.tenon.model.Trees.B;
import static dev.tenon.model.Trees.N;
import static dev.tenon.model.Trees.binary;
import static dev.tenon.model.Trees.choice;
import static dev.tenon.model.Trees.literal;
import static dev.tenon.model.Trees.not;
import static dev.tenon.model.Trees.number;
import static dev.tenon.model.Trees.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strong a clause is, where its structure shows it, and never a wrong answer. */
class StrengthTest {

  private static final List<String> NAMES = List.of("n", "b");
  private static final List<String> OPERATORS = List.of("<", "<=", ">", ">=", "==", "!=");

  private static Strength strength(Node one, Node other) {
    return Strength.of(one, NAMES, other, NAMES);
  }

  private static Node compared(String type, String text, String literalType) {
    String[] parts = text.split(" ");
    boolean negative = parts[2].startsWith("-");
    Node digits = literal(literalType, negative ? parts[2].substring(1) : parts[2]);
    Node number = negative ? new Node(Node.Kind.UNARY, literalType, "-", List.of(digits)) : digits;
    return binary(parameter(type, "n"), parts[1], number);
  }

  @ParameterizedTest
  @CsvSource({
    "int, int, n > 0, n > 0, EQUAL",
    "int, int, n > 1, n > 0, STRONGER",
    "int, int, n > 0, n > 1, WEAKER",
    "int, int, n > 0, n >= 0, STRONGER",
    "int, int, n >= 1, n > 0, EQUAL",
    "int, int, n < -1, n < 1, STRONGER",
    "int, int, n <= 5, n < 5, WEAKER",
    "int, int, n > 0, n < 0, UNKNOWN",
    "int, int, n > 0, n != 0, STRONGER",
    "int, int, n == 3, n > 0, STRONGER",
    "int, int, n >= -2147483648, n <= 2147483647, EQUAL",
    "long, int, n > 10, n > 9, STRONGER",
    "long, long, n > 10L, n > 1_0L, EQUAL",
    "long, long, n > 9223372036854775807L, n > 0L, STRONGER",
    "long, long, n >= -9223372036854775808L, n > -9223372036854775808L, WEAKER",
    "java.lang.Integer, int, n > 10, n > 9, STRONGER",
    "byte, int, n > 200, n > 300, EQUAL",
    "int, int, n < 0xF, n < 017, EQUAL",
    "int, int, n < 0b11, n < 4, STRONGER",
    "int, int, n > 0xFFFFFFFF, n > -1, EQUAL",
    "double, double, n > 0.5, n > 0.25, STRONGER",
    "double, double, n > 0.5, n >= 0.5, STRONGER",
    "double, double, n >= 0.5, n > 0.25, STRONGER",
    "double, double, n < 1e3, n < 2000d, STRONGER",
    "double, double, n > 0.0, n > -0.0, EQUAL",
    "double, double, n > 0.5, n != 0.0, UNKNOWN",
    "double, int, n >= 1, n > 0, STRONGER",
    "float, float, n > 1.5f, n > 1.0f, STRONGER",
    "int, double, n > 0.5, n > 0.25, STRONGER",
    "java.lang.Object, int, n > 1, n > 0, UNKNOWN",
  })
  void of_comparisons_with_numbers(
      String type, String literalType, String one, String other, Strength expected) {
    assertThat(strength(compared(type, one, literalType), compared(type, other, literalType)))
        .isEqualTo(expected);
  }

  @Test
  void numbers_of_different_types_are_compared_only_where_nothing_is_rounded() {
    assertThat(strength(compared("long", "n > 1", "int"), compared("long", "n > 0L", "long")))
        .isEqualTo(Strength.STRONGER);
    assertThat(strength(compared("long", "n > 1", "int"), compared("long", "n > 0.0", "double")))
        .isEqualTo(Strength.UNKNOWN);
  }

  @Test
  void the_number_may_stand_on_the_left() {
    assertThat(strength(binary(number(1), "<", N), binary(N, ">", number(0))))
        .isEqualTo(Strength.STRONGER);
  }

  @Test
  void one_more_condition_is_stronger_and_one_more_choice_is_weaker() {
    Node positive = binary(N, ">", number(0));

    assertThat(strength(binary(positive, "&&", B), positive)).isEqualTo(Strength.STRONGER);
    assertThat(strength(binary(B, "||", positive), positive)).isEqualTo(Strength.WEAKER);
    assertThat(strength(B, positive)).isEqualTo(Strength.UNKNOWN);
  }

  @Test
  void a_difference_inside_counts_as_what_stands_around_it_says() {
    Node more = binary(N, ">", number(1));
    Node less = binary(N, ">", number(0));

    assertThat(strength(not(more), not(less))).isEqualTo(Strength.WEAKER);
    assertThat(strength(binary(B, "||", more), binary(B, "||", less))).isEqualTo(Strength.STRONGER);
    assertThat(strength(choice(B, more, less), choice(B, less, less))).isEqualTo(Strength.STRONGER);
    assertThat(strength(choice(more, B, less), choice(less, B, less))).isEqualTo(Strength.UNKNOWN);
    assertThat(strength(binary(more, "==", B), binary(less, "==", B))).isEqualTo(Strength.UNKNOWN);
  }

  @Test
  void bounds_of_one_expression_are_taken_together() {
    Node positive = binary(binary(N, ">=", number(0)), "&&", binary(N, "!=", number(0)));

    assertThat(strength(positive, binary(N, ">", number(0)))).isEqualTo(Strength.EQUAL);
  }

  @Test
  void parameters_are_matched_by_their_positions() {
    Node amount = binary(parameter("int", "amount"), ">", number(0));
    Node sum = binary(parameter("int", "sum"), ">", number(0));

    assertThat(Strength.of(amount, List.of("amount", "sum"), sum, List.of("sum", "amount")))
        .isEqualTo(Strength.EQUAL);
    assertThat(Strength.of(amount, List.of("amount", "sum"), sum, List.of("amount", "sum")))
        .isEqualTo(Strength.UNKNOWN);
  }

  @Test
  void what_no_tree_opens_is_equal_only_under_equal_names() {
    Node opaque = new Node(Node.Kind.OPAQUE, "boolean", "switch (n) { default -> b; }", List.of());

    assertThat(strength(opaque, opaque)).isEqualTo(Strength.EQUAL);
    assertThat(Strength.of(opaque, NAMES, opaque, List.of("b", "n"))).isEqualTo(Strength.UNKNOWN);
  }

  @Test
  void a_decided_answer_is_never_wrong() {
    Random random = new Random(7);
    Map<Strength, Integer> counts = new EnumMap<>(Strength.class);
    for (int i = 0; i < 60_000; i++) {
      Node one = tree(random, random.nextInt(3));
      Node other = random.nextInt(3) == 0 ? changed(random, one) : tree(random, random.nextInt(3));
      Strength strength = strength(one, other);
      counts.merge(strength, 1, Integer::sum);
      boolean forth = strength == Strength.EQUAL || strength == Strength.STRONGER;
      boolean back = strength == Strength.EQUAL || strength == Strength.WEAKER;
      for (Map<String, ?> values : values()) {
        boolean first = Trees.isTrue(one, values);
        boolean second = Trees.isTrue(other, values);
        assertThat((forth && first && !second) || (back && second && !first))
            .as("%s of %s to %s for %s", strength, one, other, values)
            .isFalse();
      }
    }
    assertThat(counts.values()).hasSize(4).allMatch(count -> count > 2_000);
  }

  private static List<Map<String, ?>> values() {
    List<Map<String, ?>> all = new ArrayList<>();
    for (int n = -4; n <= 4; n++) {
      all.add(Map.of("n", n, "b", true));
      all.add(Map.of("n", n, "b", false));
    }
    return all;
  }

  static Node atom(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> B;
      case 1 -> literal("boolean", random.nextBoolean() ? "true" : "false");
      default -> {
        String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        Node number = number(random.nextInt(5) - 2);
        yield random.nextInt(5) == 0 ? binary(number, operator, N) : binary(N, operator, number);
      }
    };
  }

  private static Node tree(Random random, int depth) {
    if (depth == 0) {
      return atom(random);
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> binary(tree(random, depth - 1), "&&", tree(random, depth - 1));
      case 2, 3 -> binary(tree(random, depth - 1), "||", tree(random, depth - 1));
      default ->
          random.nextBoolean()
              ? not(tree(random, depth - 1))
              : choice(B, tree(random, depth - 1), tree(random, depth - 1));
    };
  }

  /** The tree with one of its leaves replaced. */
  private static Node changed(Random random, Node tree) {
    if (tree.children().isEmpty() || tree.type().equals("int") || isComparison(tree)) {
      return atom(random);
    }
    List<Node> children = new ArrayList<>(tree.children());
    int at = random.nextInt(children.size());
    children.set(at, changed(random, children.get(at)));
    return new Node(tree.kind(), tree.type(), tree.text(), children);
  }

  private static boolean isComparison(Node tree) {
    return OPERATORS.contains(tree.text());
  }
}
