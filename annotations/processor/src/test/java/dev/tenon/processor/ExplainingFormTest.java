package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explaining form never says other than the clause, whatever the clause. */
class ExplainingFormTest {

  private static final int OPERATIONS = 25;
  private static final int CLAUSES = 20;
  private static final int CALLS = 4;

  private static final String BEFORE =
      """
      package a;
      import dev.tenon.contract.*;
      public class A {
        static final int FOUR = 4;
        boolean isOpen() { return true; }
        boolean isOpen(int n) { return n > 1; }
        boolean isOpen(Object o) { return o == null; }
        Integer five() { return 5; }
        static int count(int n) { return 1; }
        static int count(long n) { return 2; }
        static int count(double n) { return 3; }
        static int count(Integer n) { return 4; }
        static int count(Object n) { return 5; }
        static String pick(Object o) { return "o" + o; }
        static String pick(int o) { return "i" + o; }
        static String pick(boolean o) { return "z" + o; }
      """;

  private static String source(RandomClauses clauses) {
    StringBuilder source = new StringBuilder(BEFORE);
    for (int operation = 0; operation < OPERATIONS; operation++) {
      for (int clause = 0; clause < CLAUSES; clause++) {
        source.append("@Requires(value = ").append(JavaText.literal(clauses.bool(2)));
        source.append(", name = \"c").append(clause).append("\")\n");
      }
      source.append("public void f").append(operation);
      source.append('(').append(RandomClauses.PARAMETERS).append(") {}\n");
    }
    return source.append('}').toString();
  }

  private static @Nullable Object[] arguments(Object self, Random random) {
    int small = random.nextInt(7) - 2;
    return new @Nullable Object[] {
      self,
      small,
      (long) random.nextInt(4),
      random.nextInt(5) / 2.0,
      (char) random.nextInt(5),
      (byte) random.nextInt(5),
      random.nextInt(9) == 0 ? null : (Integer) random.nextInt(5),
      (long) random.nextInt(5),
      random.nextInt(9) == 0 ? null : (Double) (random.nextInt(5) / 2.0),
      random.nextInt(9) == 0 ? null : (Boolean) random.nextBoolean(),
      random.nextBoolean(),
      random.nextBoolean() ? "" : "abc",
      new int[] {small},
      new ArrayList<>(List.of(1, 2, small)),
      random.nextBoolean() ? (Object) small : "x"
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void it_agrees_with_the_clause(long seed) throws ReflectiveOperationException {
    Compilation compilation =
        Compilation.of("a.A", source(new RandomClauses(seed))).options("-Xlint:none").run();
    assertThat(compilation.errors()).isEmpty();
    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object self = loader.loadClass("a.A").getDeclaredConstructor().newInstance();
    Random random = new Random(seed);
    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    int held = 0;
    for (int operation = 0; operation < OPERATIONS; operation++) {
      for (int clause = 0; clause < CLAUSES; clause++) {
        for (int call = 0; call < CALLS; call++) {
          @Nullable Object[] arguments = arguments(self, random);
          Outcome plain = plain(companion, "f" + operation, clause, arguments);
          Outcome explained = explained(companion, "f" + operation, clause, arguments);
          compared++;
          held += plain.equals(new Outcome(true, "")) ? 1 : 0;
          if (!plain.equals(explained)) {
            String text = companion.operation("f" + operation).clauses()[clause].text();
            disagreements.add(
                text + " " + Arrays.toString(arguments) + ": " + plain + " " + explained);
          }
        }
      }
    }

    assertThat(disagreements).isEmpty();
    assertThat(compared).isEqualTo(OPERATIONS * CLAUSES * CALLS);
    assertThat(held).isBetween(compared / 10, compared * 9 / 10);
  }

  /** What a form said, or what it threw. */
  private record Outcome(boolean value, String thrown) {}

  private static Outcome plain(
      Companion companion, String operation, int clause, @Nullable Object[] arguments) {
    List<@Nullable Object> all = new ArrayList<>(List.of(1L << clause));
    all.addAll(Arrays.asList(arguments));
    try {
      Object rank = companion.call("requiresOf", operation, all.toArray());
      return new Outcome(Companion.number(rank) == -1, "");
    } catch (Companion.Thrown e) {
      return new Outcome(false, String.valueOf(e.getCause().getClass()));
    }
  }

  private static Outcome explained(
      Companion companion, String operation, int clause, @Nullable Object[] arguments) {
    try {
      return new Outcome(companion.explain("Requires", clause, operation, arguments).value(), "");
    } catch (Companion.Thrown e) {
      return new Outcome(false, String.valueOf(e.getCause().getClass()));
    }
  }
}
