package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong clause is one error, at the place that is marked here with ¦. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongClauseTest {

  private static final String BEFORE =
      """
      package bank;
      import dev.tenon.contract.*;
      import java.util.List;
      import static java.lang.Math.max;
      interface %s {
        String CONSTANT = "amoutn > 0";
        %s
        long f(Account from, long amount, List<Account> xs, String s, Object o, int n, boolean[] bs);
        @Requires("n > 0") void g(int n);
        boolean isOpen();
        static boolean isValid(long amount) { return amount > 0; }
        private boolean secret() { return true; }
        enum Color { RED, GREEN }
        class Inner { private int hidden; private boolean mine() { return true; } public int size; }
        Inner inner();
      }
      """;

  private static final String ACCOUNT =
      """
      package bank;
      public interface Account {
        String id();
        long getBalance();
        boolean accepts(String currency, long amount);
        boolean accepts(Account other);
        void touch();
      }
      """;

  private final List<Wrong> all = WrongClauses.all();
  private Compilation compilation = Compilation.of("X", "class X {}").run();

  @BeforeAll
  void compile() {
    Compilation.Setup setup = Compilation.of("bank.Account", ACCOUNT);
    for (Wrong wrong : all) {
      setup.source("bank." + wrong.type(), wrong.source(BEFORE));
    }
    compilation = setup.options("-Xmaxerrs", "1000").run();
  }

  /** A clause with its mark, and what is said about it. */
  record Wrong(String type, String clause, String message) {

    String source(String frame) {
      return marked(frame).replace("¦", "");
    }

    private String marked(String frame) {
      return frame.formatted(type, clause);
    }

    String expected(String frame) {
      String source = marked(frame);
      String before = source.substring(0, source.indexOf('¦'));
      long line = before.lines().count();
      int column = before.length() - before.lastIndexOf('\n');
      return type + ".java:" + line + ":" + column + ": " + message;
    }

    @Override
    public String toString() {
      return clause.replace("¦", "").strip();
    }
  }

  List<Wrong> clauses() {
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clauses")
  void a_wrong_clause_is_one_error_at_its_place(Wrong wrong) {
    assertThat(compilation.errorsIn(wrong.type() + ".java"))
        .containsExactly(wrong.expected(BEFORE));
  }

  @Test
  void nothing_else_is_an_error() {
    List<String> expected = new ArrayList<>();
    all.forEach(wrong -> expected.add(wrong.expected(BEFORE)));

    assertThat(all).hasSizeGreaterThan(30);
    assertThat(compilation.errors()).containsExactlyInAnyOrderElementsOf(expected);
  }
}
