package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.NodeText;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types in the tree of a clause are those that javac infers for the same expressions. */
class InferredTypesTest {

  private static final int EXPRESSIONS = 400;

  private static final List<String> KINDS =
      List.of(
          "int",
          "long",
          "double",
          "float",
          "byte",
          "short",
          "char",
          "boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.lang.String");

  private static final String BEFORE =
      """
      package a;
      import dev.tenon.contract.*;
      public class A {
        static final int FOUR = 4;
        static boolean isOpen() { return true; }
        static boolean isOpen(Object o) { return o == null; }
        static Integer five() { return 5; }
        static int count(int n) { return 1; }
        static long count(long n) { return 2; }
        static double count(double n) { return 3; }
        static Integer count(Object n) { return 5; }
        static String pick(Object o) { return "o" + o; }
        static String kind(Object o) { return "other"; }
      """;

  private static String expression(RandomClauses random, int number) {
    return switch (number % 6) {
      case 0 -> random.bool(1);
      case 1 -> "(" + random.number(1) + " + s)";
      case 2 -> "(i & " + number + "L) << b";
      case 3 -> "(z ^ bz)";
      case 4 -> "-" + random.number(0) + " * c";
      default -> random.number(2);
    };
  }

  @Test
  void they_are_what_a_variable_of_inferred_type_has() throws ReflectiveOperationException {
    RandomClauses random = new RandomClauses(7);
    StringBuilder source = new StringBuilder(BEFORE);
    for (String kind : KINDS) {
      source.append("static String kind(" + kind + " o) { return \"" + kind + "\"; }\n");
    }
    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = expression(random, i);
      source
          .append("@Requires(")
          .append(JavaText.literal("java.util.Objects.nonNull(" + text + ")"));
      source.append(")\npublic String f" + i + "(" + RandomClauses.PARAMETERS + ") {\n");
      source.append("var found = ").append(text).append("; return kind(found); }\n");
    }
    Compilation compilation =
        Compilation.of("a.A", source.append('}').toString()).options("-Xlint:none").run();
    assertThat(compilation.errors()).isEmpty();

    ClassLoader loader = compilation.loader();
    Companion companion = Companion.of(loader, "a.A");
    Object self = loader.loadClass("a.A").getDeclaredConstructor().newInstance();
    List<String> differences = new ArrayList<>();
    for (Method method : self.getClass().getDeclaredMethods()) {
      if (method.getName().startsWith("f") && method.getParameterCount() > 10) {
        String inferred =
            String.valueOf(
                method.invoke(
                    self,
                    1,
                    2L,
                    0.5,
                    'c',
                    (byte) 1,
                    5,
                    6L,
                    0.5,
                    true,
                    true,
                    "abc",
                    new int[] {1},
                    new ArrayList<>(List.of(1)),
                    3));
        var clause = companion.operation(method.getName()).clauses()[0];
        String compiled = NodeText.read(String.join("", clause.tree())).children().get(0).type();
        if (!inferred.equals(compiled)) {
          differences.add(clause.text() + ": " + inferred + ", not " + compiled);
        }
      }
    }

    assertThat(companion.contract().operations()).hasSize(EXPRESSIONS);
    assertThat(differences).isEmpty();
  }
}
