package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that say more than they did when classes were woven for them at build. */
class WovenBeforeIT {

  private static final String RATE =
      """
      package bank;
      import dev.tenon.contract.*;
      @Seam ABOUT
      public interface Rate {
        @Requires("n > 0") int of(int n);
        MORE
        int twice(int n);
      }
      """;

  private static final String SUPPLIER =
      """
      package iron;
      public class Fixed implements bank.Rate {
        public int of(int n) { return n; }
        public int twice(int n) { return 3 * n; }
      }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Rate.class)
      public interface RateView {
        @Requires("n < 50") int of(int n);
        MORE
      }
      """;

  private static final String MAIN =
      """
      package shop;
      public class Main {
        public static void main(String[] args) {
          dev.tenon.Seams.requireActive();
          bank.Rate rate = new iron.Fixed();
          System.out.println("twice " + rate.twice(3));
        }
      }
      """;

  @TempDir private Path directory;

  private ForkedJvm compiled(String name, String source, Path... seen) {
    ForkedJvm module = Product.processed(directory.resolve(name)).agents(0);
    for (Path each : seen) {
      module.onClassPath(each.toString());
    }
    return module.source(source).compile();
  }

  private Path bank(String name, String about, String more) {
    return compiled(name, RATE.replace("MORE", more).replace("ABOUT", about)).classes();
  }

  private Run run(Path bank, String more) throws IOException {
    Path before = bank("before", "", "");
    ForkedJvm iron = compiled("iron", SUPPLIER, before);
    Product.weave(iron, before);
    ForkedJvm shop =
        Product.processed(directory.resolve("shop"))
            .agents(0)
            .onClassPath(bank.toString(), iron.classes().toString())
            .source(VIEW.replace("MORE", ""))
            .source(MAIN)
            .compile();
    Product.weave(shop, bank, iron.classes());
    if (!more.isEmpty()) {
      // As an incremental build does, which leaves the clients as they are.
      ForkedJvm view = compiled("view", VIEW.replace("MORE", more), bank);
      return shop.onJars(
              List.of(
                  view.classes().toString(),
                  shop.classes().toString(),
                  bank.toString(),
                  iron.classes().toString(),
                  ForkedJvm.modulePath()))
          .run("shop.Main");
    }
    return shop.run("shop.Main");
  }

  @Test
  void the_same_contract_is_enforced() throws IOException {
    Run run = run(bank("after", "", ""), "");

    assertThat(run.err()).doesNotContain("tenon is not active");
    assertThat(run.outLines()).containsExactly("twice 9");
  }

  @Test
  void a_clause_of_another_operation_is_missed() throws IOException {
    Run run = run(bank("after", "", "@Ensures(\"result == 2 * n\")"), "");

    assertThat(run.err())
        .contains(
            "bank.Rate: says something of twice/1 and did not when classes was woven at build;"
                + " weave that again");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void an_invariant_is_missed() throws IOException {
    Run run = run(bank("after", "@Invariant(\"of(1) == 1\")", ""), "");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bank.Rate: says something of its invariants and did not");
  }

  @Test
  void a_further_operation_of_a_view_is_missed() throws IOException {
    Run run = run(bank("after", "", ""), "@Ensures(\"result == 2 * n\") int twice(int n);");

    assertThat(run.err()).contains("shop.RateView: says something of twice/1 and did not");
    assertThat(run.out()).isEmpty();
  }
}
