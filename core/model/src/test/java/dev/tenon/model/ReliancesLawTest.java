package dev.tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is promised holds, and throws nothing, for every value for which the promises hold. */
class ReliancesLawTest {

  private static final String DESCRIPTOR = "(ILjava/lang/String;)Ljava/lang/Integer;";
  private static final Map<String, String> TYPES =
      Map.of("result", "java.lang.Integer", "n", "int", "s", "java.lang.String");
  private static final List<String> PARAMETERS = List.of("n", "s");
  private static final List<String> OPERATORS = List.of("<", "<=", ">", ">=", "==", "!=");

  /** A value of each name. */
  private record World(@Nullable Integer result, int n, @Nullable String s) {}

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What constraints of the result mean. */
  private static final Map<String, String> CONSTRAINTS =
      Map.of(
          "NotNull", "result != null",
          "Null", "result == null",
          "Positive", "result == null || result > 0",
          "PositiveOrZero", "result == null || result >= 0",
          "Negative", "result == null || result < 0",
          "Min", "result == null || result >= 1",
          "Max", "result == null || result <= 1");

  /** A clause, or a constraint by its name, and what it means. */
  private record Said(String text, Node meaning) {

    static Said of(String text) {
      return new Said(text, TreeReader.read(CONSTRAINTS.getOrDefault(text, text), TYPES));
    }

    boolean isConstraint() {
      return CONSTRAINTS.containsKey(text);
    }

    /** Whether it was evaluated without throwing, and held. */
    boolean isTrue(World world) {
      try {
        return truth(meaning, world);
      } catch (Failed thrown) {
        return false;
      }
    }
  }

  @Test
  void a_promise_is_kept_wherever_what_promises_it_is() {
    Random random = new Random(11);
    List<World> worlds = worlds();
    Map<Boolean, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < 10_000; i++) {
      List<Said> seam = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        seam.add(said(random));
      }
      Said view = random.nextInt(4) == 0 ? seam.get(0) : said(random);
      boolean promised =
          Reliances.of(contract(List.of(view)), List.of(contract(seam))).get(0).isPromised();
      counts.merge(promised, 1, Integer::sum);
      if (promised) {
        for (World world : worlds) {
          if (!view.isTrue(world) && seam.stream().allMatch(each -> each.isTrue(world))) {
            throw new AssertionError(view + " by " + seam + " in " + world);
          }
        }
      }
    }
    assertThat(counts.get(true)).isGreaterThan(2_000);
    assertThat(counts.get(false)).isGreaterThan(2_000);
  }

  private static Contract contract(List<Said> all) {
    List<Clause> clauses = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    for (Said each : all) {
      if (each.isConstraint()) {
        constraints.add(constraint(each.text));
      } else {
        clauses.add(clause(each.text, each.meaning));
      }
    }
    return new Contract(
        "bank.A",
        "A.java",
        "0",
        List.of(new Operation("f", DESCRIPTOR, false, PARAMETERS, clauses, List.of(), false)),
        List.of(new ConstrainedOperation("f", DESCRIPTOR, PARAMETERS, 1, constraints)));
  }

  private static Clause clause(String text, Node tree) {
    return new Clause(Clause.Role.ENSURES, text, text, "", "", 1, true, List.of(), List.of(), tree);
  }

  private static Constraint constraint(String name) {
    boolean isBound = name.equals("Min") || name.equals("Max");
    return new Constraint(
        "result",
        "jakarta.validation.constraints." + name,
        isBound
            ? List.of(new Constraint.Attribute("value", new Constraint.Plain("1")))
            : List.of());
  }

  private static Said said(Random random) {
    List<String> names = CONSTRAINTS.keySet().stream().sorted().toList();
    return Said.of(
        random.nextInt(4) == 0
            ? names.get(random.nextInt(names.size()))
            : text(random, random.nextInt(3)));
  }

  private static String text(Random random, int depth) {
    if (depth == 0) {
      return atom(random);
    }
    String one = text(random, depth - 1);
    String other = text(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0, 1 -> "(" + one + " && " + other + ")";
      case 2, 3 -> "(" + one + " || " + other + ")";
      default -> "!(" + one + ")";
    };
  }

  private static String atom(Random random) {
    String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    int number = random.nextInt(4) - 1;
    return switch (random.nextInt(8)) {
      case 0 -> "result == null";
      case 1 -> "result != null";
      case 2 -> "s == null";
      case 3 -> "s.isEmpty()";
      case 4 -> "s.length() " + operator + " " + number;
      case 5 -> "n " + operator + " " + number;
      default -> "result " + operator + " " + number;
    };
  }

  private static List<World> worlds() {
    List<World> all = new ArrayList<>();
    for (String s : new String[] {null, "", "a", "ab", "abc"}) {
      for (int n = -2; n <= 3; n++) {
        all.add(new World(null, n, s));
        for (int result = -2; result <= 3; result++) {
          all.add(new World(result, n, s));
        }
      }
    }
    return all;
  }

  private static @Nullable Object value(Node node, World world) {
    List<Node> of = node.children();
    return switch (node.kind()) {
      case RESULT -> world.result;
      case PARAMETER -> node.text().equals("n") ? (Object) world.n : world.s;
      case LITERAL -> node.text().equals("null") ? null : (Object) Integer.valueOf(node.text());
      case UNARY ->
          node.text().equals("!")
              ? (Object) !truth(of.get(0), world)
              : (Object) (-number(of.get(0), world));
      case CALL -> call(node.text(), value(of.get(0), world));
      case BINARY -> binary(node.text(), of.get(0), of.get(1), world);
      default -> throw new AssertionError(node);
    };
  }

  private static Object call(String name, @Nullable Object on) {
    if (!(on instanceof String text)) {
      throw new Failed();
    }
    return name.equals("length") ? (Object) text.length() : (Object) text.isEmpty();
  }

  private static boolean binary(String operator, Node left, Node right, World world) {
    if (operator.equals("&&")) {
      return truth(left, world) && truth(right, world);
    }
    if (operator.equals("||")) {
      return truth(left, world) || truth(right, world);
    }
    if (Sameness.isAboutNull(Normal.binary(left, operator, right))) {
      return (value(left, world) == value(right, world)) == operator.equals("==");
    }
    int order = Integer.compare(number(left, world), number(right, world));
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      default -> order != 0;
    };
  }

  private static boolean truth(Node node, World world) {
    return Boolean.TRUE.equals(value(node, world));
  }

  private static int number(Node node, World world) {
    if (!(value(node, world) instanceof Integer number)) {
      throw new Failed();
    }
    return number;
  }
}
