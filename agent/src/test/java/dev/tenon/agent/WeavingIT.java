package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bodies are woven, and that they still do what they did. */
class WeavingIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0")
        @Requires("amount < 100")
        long withdraw(int amount);
        @Ensures("result != null")
        default String label(String prefix) { return prefix + "vault"; }
        default String free() { return "free"; }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(TellingLinkage.SOURCE)
        .source(VAULT)
        .index("bank.Vault");
  }

  private static ForkedJvm.Run ran(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    return run;
  }

  @Test
  void an_implementor_meets_core_at_entry_and_exit() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package bank;
                    public class Main {
                      static class Iron implements Vault {
                        public long withdraw(int amount) { return amount * 2L; }
                      }
                      public static void main(String[] args) {
                        Vault vault = new Iron();
                        System.out.println(vault.withdraw(5));
                        System.out.println(vault.free());
                      }
                    }
                    """));
    assertThat(run.outLines())
        .containsExactly(
            "enter bank.Main$Iron.withdraw(5)",
            "exit bank.Main$Iron.withdraw(5) = 10",
            "10",
            "free");
  }

  @Test
  void every_form_of_a_supplier_is_woven() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package bank;
                    import dev.tenon.contract.*;
                    import java.util.function.*;
                    interface Sub extends Vault {
                      default long withdraw(int amount) { return 1; }
                    }
                    interface Transform<A, B extends Number> {
                      @Requires("a != null") B apply(A a);
                    }
                    abstract class Half implements Vault {
                      public long withdraw(int amount) { return 2; }
                      abstract void rest();
                    }
                    class Whole extends Half { void rest() {} }
                    record Paper(long left) implements Vault {
                      public long withdraw(int amount) { return 3; }
                    }
                    enum Coin implements Vault {
                      HEADS { public long withdraw(int amount) { return 4; } },
                      TAILS;
                      public long withdraw(int amount) { return 5; }
                    }
                    class ByDefault implements Sub {}
                    class Far extends Whole { public long withdraw(int amount) { return 6; } }
                    class Doubling implements Transform<String, Integer> {
                      public Integer apply(String s) { return s.length(); }
                    }
                    class Strict {
                      @Requires("n > 0") void step(int n) {}
                      private void step(long n) {}
                      static void step(short n) {}
                    }
                    class Stricter extends Strict { void step(int n) { } }
                    sealed interface Closed extends Vault permits Only {}
                    final class Only implements Closed {
                      public long withdraw(int amount) { return 7; }
                      public long withdraw(String amount) { return 8; }
                    }
                    public class Main {
                      class Inner implements Vault {
                        public long withdraw(int amount) { return 9; }
                      }
                      @SuppressWarnings({"unchecked", "rawtypes"})
                      public static void main(String[] args) {
                        new Whole().withdraw(1);
                        new Paper(1).withdraw(2);
                        Coin.HEADS.withdraw(3);
                        Coin.TAILS.withdraw(4);
                        new ByDefault().withdraw(5);
                        new Far().withdraw(6);
                        ((Transform) new Doubling()).apply("seven");
                        new Stricter().step(8);
                        Strict.step((short) 8);
                        new Only().withdraw(9);
                        new Only().withdraw("ten");
                        new Main().new Inner().withdraw(11);
                        new Vault() { public long withdraw(int a) { return 10; } }.withdraw(12);
                        class Local implements Vault {
                          public long withdraw(int a) { return 11; }
                        }
                        new Local().withdraw(13);
                        new Local().label("a ");
                      }
                    }
                    """)
                .index("bank.Vault", "bank.Transform"));
    assertThat(run.outLines().stream().filter(line -> line.startsWith("exit")))
        .containsExactly(
            "exit bank.Half.withdraw(1) = 2",
            "exit bank.Paper.withdraw(2) = 3",
            "exit bank.Coin$1.withdraw(3) = 4",
            "exit bank.Coin.withdraw(4) = 5",
            "exit bank.Sub.withdraw(5) = 1",
            "exit bank.Far.withdraw(6) = 6",
            "exit bank.Doubling.apply(seven) = 5",
            "exit bank.Stricter.step(8)",
            "exit bank.Only.withdraw(9) = 7",
            // By name and number of parameters: core says that it implements nothing.
            "exit bank.Only.withdraw(ten) = 8",
            "exit bank.Main$Inner.withdraw(11) = 9",
            "exit bank.Main$1.withdraw(12) = 10",
            "exit bank.Main$1Local.withdraw(13) = 11",
            "exit bank.Vault.label(a ) = a vault");
    assertThat(run.outLines()).filteredOn(line -> line.startsWith("enter")).hasSize(14);
  }

  @Test
  void a_violation_at_exit_passes_every_handler_of_the_body() {
    ForkedJvm.Run run =
        ran(
            jvm()
                .source(
                    """
                    package bank;
                    import dev.tenon.contract.*;
                    interface Words { @Ensures("x") String say(String word); }
                    class Catching implements Words {
                      public String say(String word) {
                        try {
                          synchronized (this) {
                            try {
                              return "bad " + word;
                            } finally {
                              System.out.println("finally");
                            }
                          }
                        } catch (Throwable all) {
                          System.out.println("swallowed " + all);
                          return "caught";
                        }
                      }
                    }
                    public class Main {
                      public static void main(String[] args) {
                        for (String word : new String[] {"result", "refused", "fine"}) {
                          String what = word.equals("refused") ? word : word;
                          try {
                            System.out.println(new Catching().say(what));
                          } catch (AssertionError violation) {
                            System.out.println("client got " + violation.getMessage());
                          }
                        }
                      }
                    }
                    """)
                .index("bank.Words"));
    assertThat(run.outLines())
        .containsExactly(
            "enter bank.Catching.say(result)",
            "finally",
            "exit bank.Catching.say(result) = bad result",
            "client got refused at exit",
            "enter bank.Catching.say(refused)",
            "client got refused at entry",
            "enter bank.Catching.say(fine)",
            "finally",
            "exit bank.Catching.say(fine) = bad fine",
            "bad fine");
  }
}
