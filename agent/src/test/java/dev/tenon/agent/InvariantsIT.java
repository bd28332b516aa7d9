package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the classes under an invariant is woven. */
class InvariantsIT {

  private static final String ACCOUNT =
      """
      package bank;
      import dev.tenon.contract.*;
      @Invariant("balance() >= 0")
      public interface Account {
        long balance();
        void deposit(long amount);
        default void twice(long amount) { helper(); }
        private void helper() {}
        static void open() {}
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory).flags("-Xverify:all").source(TellingLinkage.SOURCE);
  }

  private static List<String> entered(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.outLines().stream().filter(line -> line.startsWith("enter")).count())
        .isEqualTo(run.outLines().stream().filter(line -> line.startsWith("exit")).count());
    return run.outLines().stream()
        .filter(line -> line.startsWith("enter"))
        .map(line -> line.substring(6).replace(" of nobody", ""))
        .toList();
  }

  @Test
  void all_that_clients_can_call_is_woven_but_getters_and_what_invariants_call() {
    assertThat(
            entered(
                jvm()
                    .source(ACCOUNT)
                    .index("bank.Account")
                    .source(
                        """
                        package bank;
                        public class Main implements Account, Comparable<Main>, Cloneable {
                          private long balance;
                          private int[] numbers = {};
                          Main() { this(7); }
                          private Main(long balance) { this.balance = balance; }
                          public long balance() { return balance; }
                          public int[] getNumbers() { return numbers; }
                          public int[] numbers() { return this.numbers.clone(); }
                          public void deposit(long amount) { secret(); }
                          protected void hook() {}
                          void near(double d, long l) { l++; }
                          private void secret() {}
                          static void util() {}
                          public int compareTo(Main other) { return 0; }
                          public boolean equals(Object other) { return true; }
                          public boolean equals(Main other) { return true; }
                          public int hashCode() { return 1; }
                          public String toString() { return ""; }
                          public Main clone() { return this; }

                          public static void main(String[] args) throws Exception {
                            Main main = new Main();
                            main.balance();
                            main.getNumbers();
                            main.numbers();
                            main.deposit(1);
                            main.hook();
                            main.near(2, 3);
                            util();
                            Account.open();
                            main.twice(4);
                            ((Comparable<Main>) main).compareTo(main);
                            main.equals((Object) main);
                            main.equals(main);
                            main.hashCode();
                            main.toString();
                            main.clone();
                          }
                        }
                        """)))
        .map(line -> line.replaceAll("\\(.*Main@.*\\)$|\\(\\)$", ""))
        .containsExactly(
            "bank.Main.<init>",
            "bank.Main.<init>(7)",
            "bank.Main.numbers",
            "bank.Main.deposit(1)",
            "bank.Main.hook",
            "bank.Main.near(2.0, 3)",
            "bank.Account.twice(4)",
            "bank.Main.compareTo",
            "bank.Main.equals");
  }

  @Test
  void what_a_class_inherits_from_outside_keeps_its_invariants_too() {
    assertThat(
            entered(
                jvm()
                    .source(ACCOUNT)
                    .index("bank.Account")
                    .source(
                        """
                        package bank;
                        interface Aside { default int aside() { return hidden(); } private int hidden() { return 1; } }
                        class Far implements Aside {
                          private int code;
                          public int code() { return code; }
                          public int far() { return 2; }
                          public int over() { return 3; }
                          public String toString() { return "far"; }
                        }
                        class Outside extends Far {
                          Outside(int n) {}
                          public long balance() { return 0; }
                          public void deposit(long amount) {}
                          protected int hook(int n) { return n; }
                          int near() { return 4; }
                          private int secret() { return 5; }
                          static int util() { return 6; }
                          int over(int n) { return secret(); }
                        }
                        class Under extends Outside implements Account {
                          Under() { super(1); }
                          public int over() { return 7; }
                        }
                        class Deep extends Under {}
                        public class Main {
                          static void use(Outside on) {
                            on.balance();
                            on.deposit(1);
                            on.hook(2);
                            on.near();
                            on.over(3);
                            on.over();
                            on.far();
                            on.code();
                            on.aside();
                            on.toString();
                            Outside.util();
                          }
                          public static void main(String[] args) {
                            use(new Outside(0));
                            use(new Under());
                            System.out.println(new Deep().far());
                          }
                        }
                        """)))
        .containsExactly(
            "bank.Under.<init>()",
            "bank.Under.balance()",
            "bank.Under.deposit(1)",
            "bank.Under.hook(2)",
            "bank.Under.near()",
            "bank.Under.over(3)",
            "bank.Under.over()",
            "bank.Under.far()",
            "bank.Under.aside()",
            "bank.Deep.<init>()",
            "bank.Under.<init>()",
            // To what the class of the receiver promises.
            "bank.Deep.far()");
  }

  @Test
  void invariants_of_classes_and_records_reach_their_subclasses() {
    assertThat(
            entered(
                jvm()
                    .source(
                        """
                        package bank;
                        import dev.tenon.contract.*;
                        @Invariant("a < b") @Invariant("a > 0") record Pair(int a, int b) {
                          int sum() { return a + b; }
                          public int b() { System.out.println("b"); return b; }
                          int b(int more) { return b + more; }
                          @Pure boolean isShort() { return a - b == 1; }
                          static Pair of(int b) { return new Pair(0, b); }
                        }
                        @Invariant("x") abstract class Own {
                          abstract int step(int n);
                          native int fast();
                        }
                        class Sub extends Own {
                          int step(int n) { return n; }
                        }
                        @Invariant("x") enum Coin { HEADS { int worth() { return 1; } }; abstract int worth(); }
                        class None { void free() {} }
                        public class Main {
                          public static void main(String[] args) {
                            Pair.of(3).sum();
                            new Pair(1, 2).a();
                            new Pair(1, 3).b();
                            new Pair(1, 4).b(5);
                            new Pair(1, 5).isShort();
                            new Sub().step(4);
                            new Own() { int step(int n) { return 5; } }.step(6);
                            Coin.HEADS.worth();
                            new None().free();
                          }
                        }
                        """)))
        .containsExactly(
            "bank.Pair.<init>(0, 3)",
            "bank.Pair.sum()",
            "bank.Pair.<init>(1, 2)",
            "bank.Pair.<init>(1, 3)",
            "bank.Pair.<init>(1, 4)",
            "bank.Pair.b(5)",
            "bank.Pair.<init>(1, 5)",
            "bank.Sub.<init>()",
            "bank.Own.<init>()",
            "bank.Sub.step(4)",
            "bank.Main$1.<init>()",
            "bank.Own.<init>()",
            "bank.Main$1.step(6)",
            "bank.Coin$1.<init>(HEADS, 0)",
            "bank.Coin.<init>(HEADS, 0)",
            "bank.Coin$1.worth()");
  }

  @Test
  void lambdas_under_an_invariant_are_woven_whose_operation_has_no_clause() {
    assertThat(
            entered(
                jvm()
                    .source(
                        """
                        package bank;
                        import dev.tenon.contract.*;
                        @Invariant("x") interface Job { int run(int n); default int again() { return run(2); } }
                        interface Sub extends Job {}
                        interface Free { int run(int n); }
                        public class Main {
                          public static void main(String[] args) {
                            Job job = n -> n + 1;
                            job.run(1);
                            job.again();
                            Sub sub = Math::abs;
                            sub.run(3);
                            Free free = n -> n;
                            free.run(4);
                          }
                        }
                        """)
                    .index("bank.Job")))
        .map(line -> line.replaceAll("\\$\\$Tenon.*\\.", "."))
        .containsExactly(
            "bank.Main.run(1)", "bank.Job.again()", "bank.Main.run(2)", "bank.Main.run(3)");
  }

  @Test
  void what_is_inherited_from_the_jdk_is_left_in_peace() {
    assertThat(
            entered(
                jvm()
                    .source(
                        """
                        package bank;
                        import dev.tenon.contract.*;
                        @Invariant("size() < 9") class Short extends java.util.ArrayList<String> {
                          private static final long serialVersionUID = 1;
                          void more(String s) { add(s); }
                        }
                        public class Main {
                          public static void main(String[] args) {
                            Short list = new Short();
                            list.more("a");
                            list.add("b");
                          }
                        }
                        """)))
        .containsExactly("bank.Short.<init>()", "bank.Short.more(a)");
  }

  @Test
  void a_holder_gives_its_target_invariants() {
    assertThat(
            entered(
                jvm()
                    .source(
                        """
                        package bank;
                        import dev.tenon.contract.*;
                        interface Library { int use(int n); }
                        @Invariant("x") @ContractFor(Library.class) interface Holder {}
                        public class Main implements Library {
                          public int use(int n) { return more(n); }
                          int more(int n) { return n; }
                          public static void main(String[] args) {
                            new Main().use(1);
                          }
                        }
                        """)
                    .file("META-INF/services/dev.tenon.contract.ContractFor", "bank.Holder\n")))
        .containsExactly("bank.Main.<init>()", "bank.Main.use(1)", "bank.Main.more(1)");
  }
}
