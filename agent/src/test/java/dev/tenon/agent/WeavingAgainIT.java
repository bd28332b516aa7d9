package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that were woven at build, where more or less is known than when they were. */
class WeavingAgainIT {

  private static final String TILL =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Till {
        @Requires("amount > 0") long in(long amount);
        @Requires("amount > 0") long out(long amount);
      }
      """;

  private static final String CASH_TILL =
      """
      package bank;
      public class CashTill implements Till {
        public long in(long amount) { return amount; }
        public long out(long amount) { return amount; }
      }
      """;

  private static final String POSITIVE =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Positive { @Requires("x > 0") long of(long x); }
      """;

  private static final String PLAIN =
      """
      package lib;
      public interface Plain { long of(long x); }
      """;

  private static final String VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Till.class)
      public interface FirstView { @Ensures("result < 40") long in(long amount); }
      """;

  private static final String LATER_VIEW =
      """
      package shop;
      import dev.tenon.contract.*;
      @Assumes(bank.Till.class)
      public interface LaterView {
        @Ensures("result < 30") long in(long amount);
        @Ensures("result < 20") long out(long amount);
      }
      """;

  private static final String LATER_HOLDER =
      """
      package shop;
      import dev.tenon.contract.*;
      @ContractFor(lib.Plain.class)
      interface PlainContract { @Requires("x > 10") long of(long x); }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.*;
      import java.util.function.*;
      public class Main {
        static void attempt(Runnable run) {
          try { run.run(); System.out.println("passed"); }
          catch (AssertionError broken) { System.out.println(broken.getMessage()); }
        }
        public static void main(String[] args) {
          Till till = new CashTill();
          attempt(() -> till.in(45));
          attempt(() -> till.in(35));
          attempt(() -> till.out(25));
          LongUnaryOperator out = till::out;
          attempt(() -> out.applyAsLong(25));
          LongUnaryOperator in = till::in;
          attempt(() -> in.applyAsLong(45));
          attempt(() -> in.applyAsLong(35));
          Positive positive = x -> x;
          lib.Plain plain = x -> -x;
          attempt(() -> positive.of(-1));
          attempt(() -> plain.of(5));
          dev.tenon.Seams.requireActive();
          System.out.println(dev.tenon.Seams.ledger().violations() + " violations, errors "
              + dev.tenon.Seams.ledger().errorTexts());
        }
      }
      """;

  /** A supplier whose call becomes a client's when there is a later view. */
  private static final String HANDING =
      """
      package shop;
      import bank.*;
      public class Handing {
        public static void main(String[] args) {
          Till till = new CashTill();
          Positive handed = till::out;
          Main.attempt(() -> handed.of(-25));
          Main.attempt(() -> handed.of(25));
        }
      }
      """;

  @TempDir private Path directory;
  private Path later;

  @BeforeEach
  void compile() {
    Product.processed(directory)
        .source(TILL)
        .source(CASH_TILL)
        .source(POSITIVE)
        .source(PLAIN)
        .source(VIEW)
        .source(MAIN)
        .compile();
    ForkedJvm more =
        Product.processed(directory.resolve("later"))
            .onClassPath(application().classes().toString())
            .source(LATER_VIEW)
            .source(LATER_HOLDER)
            .compile();
    later = more.classes();
  }

  private ForkedJvm application() {
    return Product.processed(directory);
  }

  private String run(int agents) {
    return ran(application().agents(agents));
  }

  private String runWithMore(int agents) {
    return ran(application().agents(agents).onClassPath(later.toString()));
  }

  private static String ran(ForkedJvm application) {
    ForkedJvm.Run run = application.run("shop.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void where_more_is_known_they_say_what_the_agent_says() throws IOException {
    String expected = runWithMore(1);
    assertThat(expected.lines()).last().isEqualTo("8 violations, errors []");

    Product.weave(application());
    Product.weave(application(), later);

    assertThat(runWithMore(0)).isEqualTo(expected);
    assertThat(runWithMore(1)).isEqualTo(expected);
  }

  @Test
  void where_less_is_known_they_say_what_the_agent_says() throws IOException {
    String expected = run(1);
    assertThat(expected.lines()).last().isEqualTo("3 violations, errors []");

    Product.weave(application(), later);
    Product.weave(application());

    assertThat(run(0)).isEqualTo(expected);
    assertThat(run(1)).isEqualTo(expected);
  }

  @Test
  void weaving_with_more_and_then_once_again_changes_nothing() throws IOException {
    assertThat(Product.weave(application())).isEqualTo("2 classes woven (2 written, 0 as before)");
    assertThat(Product.weave(application(), later))
        .isEqualTo("2 classes woven (1 written, 1 as before)");
    assertThat(Product.weave(application(), later))
        .isEqualTo("2 classes woven (0 written, 2 as before)");
  }

  @Test
  void what_the_build_did_not_know_the_agent_adds() throws IOException {
    String expected = runWithMore(1);

    Product.weave(application());

    assertThat(runWithMore(1)).isEqualTo(expected);
  }

  @Test
  void a_class_in_front_of_lambdas_that_is_missing_is_written_again() throws IOException {
    Product.weave(application());
    String expected = run(0);
    Files.delete(application().classes().resolve("shop/Main$$Tenon$Lambda0.class"));

    Product.weave(application());

    assertThat(run(0)).isEqualTo(expected);
  }

  @Test
  void a_supplier_whose_call_has_become_a_clients_is_both_with_the_agent_and_refused_at_build()
      throws IOException {
    ForkedJvm application = application().source(HANDING).compile().onClassPath(later.toString());
    String expected = application.run("shop.Handing").out();
    assertThat(expected).contains("x > 0", "result < 20");

    Product.weave(application());

    assertThat(application.run("shop.Handing").out()).isEqualTo(expected);
    assertThatThrownBy(() -> Product.weave(application, later))
        .hasMessageContaining(
            "shop.Handing.main: a method reference that is a supplier, to what a view mirrors,"
                + " cannot be woven at build; write a lambda, or use the agent");
  }
}
