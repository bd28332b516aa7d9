package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructors and static methods with clauses: those of the declaring class, as they were. */
class MembersIT {

  private static final String SAFE =
      """
      package bank;
      import dev.tenon.contract.*;
      import java.util.function.*;
      class Safe {
        long amount;
        double rate;
        String note = "new";

        @Requires("x") Safe(long amount, double rate) {
          this.amount = amount;
          this.rate = rate;
        }
        @Requires("x") Safe(long amount) {
          this(amount > 0 ? amount : -amount, amount > 0 ? 1.5 : 2.5);
        }
        @Ensures("x") Safe(int[] parts) {
          for (int part : parts) {
            if (part < 0) {
              return;
            }
            amount += part;
          }
        }
        @Ensures("x") Safe(long a, int b, String c, double d) {
          a += 10; b++; c = c + "!"; d /= 2;
          note = a + c + b + d;
        }
        @Requires("x") Safe(String text) {
          try {
            amount = Long.parseLong(text);
            return;
          } catch (Throwable all) {
            note = "swallowed " + all.getClass().getSimpleName();
          } finally {
            rate = 3;
          }
        }
        @Ensures("x") Safe(Exception cause) throws Exception {
          throw cause;
        }
        @Override public String toString() { return amount + " " + rate + " " + note; }
      }
      class Heir extends Safe {
        Heir() { super(1); }
        @Requires("x") Heir(String s) {
          super(((Supplier<Long>) () -> {
            try { return Long.parseLong(s); } catch (NumberFormatException no) { return 7L; }
          }).get(), s == null ? 1.0 : s.length() > 3 ? 2.0 : 3.0);
        }
      }
      class Outer {
        class Inner {
          int n;
          @Requires("x") Inner(int n) { this.n = n; }
        }
      }
      record Range(int from, int to) {
        @Requires("x") Range {
          if (from > to) {
            int swapped = from;
            from = to;
            to = swapped;
          }
        }
        @Requires("x") Range(int to) { this(0, to); }
      }
      enum Coin {
        HEADS(1) { @Override int worth() { return n; } };
        final int n;
        @Requires("x") Coin(int n) { this.n = n; }
        abstract int worth();
      }
      class Box<T extends Comparable<T>> {
        final T content;
        @Requires("x") <S extends T> Box(S content, T... more) { this.content = content; }
      }
      """;

  private static final String STATICS =
      """
      package bank;
      import dev.tenon.contract.*;
      import java.util.*;
      interface Maths {
        @Requires("x") static double half(double d, long l) { return d / 2 + l; }
        static double free(double d) { return d; }
        @Requires("x") int round(int n);
      }
      class Tools implements Maths {
        @Requires("x") static int sum(int... all) {
          int sum = 0;
          for (int i = 0; ; i++) {
            if (i == all.length) { return sum; }
            sum += all[i];
          }
        }
        @Requires("x") @Ensures("x") static synchronized void reset(String name) { name = null; }
        @Throws(value = IllegalStateException.class, when = "x") static <T> T fail(T value) {
          try {
            throw new IllegalStateException("always");
          } finally {
            value = null;
          }
        }
        @Requires("x") static Tools of(long seed) { return seed > 0 ? new Tools() : null; }
        Tools of(int seed) { return this; }
        public int round(int n) { return n; }
        static int round(int n, int to) { return n; }
      }
      class Hiding extends Tools {
        static int sum(int... all) { return -1; }
        static Hiding of(long seed) { return new Hiding(); }
      }
      """;

  /** The show of each thing made or called. */
  private static final String SHOW =
      """
        interface Call { Object call() throws Exception; }
        static void show(Call call) {
          try {
            System.out.println(call.call());
          } catch (Exception | AssertionError thrown) {
            System.out.println("thrown " + thrown.getMessage());
          }
        }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm(String members) {
    ForkedJvm jvm = plain(members);
    return members.contains("Maths") ? jvm.index("bank.Maths") : jvm;
  }

  private ForkedJvm plain(String members) {
    return new ForkedJvm(directory)
        .flags("-Xverify:all")
        .source(TellingLinkage.SOURCE)
        .source("bank/Members.java", members);
  }

  private static List<String> ran(ForkedJvm jvm) {
    ForkedJvm.Run run = jvm.compile().run("bank.Main");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    return run.outLines();
  }

  private static String main(String body) {
    return "package bank;\npublic class Main {\n"
        + SHOW
        + "  public static void main(String[] args) {\n"
        + body.indent(4)
        + "  }\n}\n";
  }

  @Test
  void a_constructor_is_entered_before_its_object_is_made() {
    List<String> told =
        ran(
            jvm(SAFE)
                .source(
                    main(
                        """
                        show(() -> new Safe(5, 0.5));
                        show(() -> new Safe(-6));
                        show(() -> new Safe(new int[] {1, 2}));
                        show(() -> new Safe(new int[] {1, -2}));
                        show(() -> new Safe(1, 2, "three", 4));
                        show(() -> new Safe("12"));
                        show(() -> new Safe("many"));
                        show(() -> new Safe(new Exception("no safe")));
                        """)));
    assertThat(told)
        .containsExactly(
            "enter bank.Safe.<init>(5, 0.5) of nobody",
            "exit bank.Safe.<init>(5, 0.5)",
            "5 0.5 new",
            "enter bank.Safe.<init>(-6) of nobody",
            "enter bank.Safe.<init>(6, 2.5) of nobody",
            "exit bank.Safe.<init>(6, 2.5)",
            "exit bank.Safe.<init>(-6)",
            "6 2.5 new",
            "enter bank.Safe.<init>([1, 2]) of nobody",
            "exit bank.Safe.<init>([1, 2])",
            "3 0.0 new",
            "enter bank.Safe.<init>([1, -2]) of nobody",
            "exit bank.Safe.<init>([1, -2])",
            "1 0.0 new",
            "enter bank.Safe.<init>(1, 2, three, 4.0) of nobody",
            "exit bank.Safe.<init>(1, 2, three, 4.0)",
            "0 0.0 11three!32.0",
            "enter bank.Safe.<init>(12) of nobody",
            "exit bank.Safe.<init>(12)",
            "12 3.0 new",
            "enter bank.Safe.<init>(many) of nobody",
            "exit bank.Safe.<init>(many)",
            "0 3.0 swallowed NumberFormatException",
            "enter bank.Safe.<init>(java.lang.Exception: no safe) of nobody",
            "thrown no safe");
  }

  @Test
  void constructors_of_every_kind_of_class_are_woven() {
    List<String> told =
        ran(
            jvm(SAFE)
                .source(
                    main(
                        """
                        show(() -> new Heir("12"));
                        show(() -> new Heir("twelve"));
                        show(() -> new Outer().new Inner(3).n);
                        show(() -> new Range(9, 4));
                        show(() -> new Range(5));
                        show(() -> Coin.HEADS.worth());
                        show(() -> new Box<>("content").content);
                        """)));
    assertThat(told)
        .filteredOn(line -> !line.startsWith("enter"))
        .map(line -> line.replaceAll("\\[Ljava.*@\\w+|bank.Outer@\\w+", "some"))
        .containsExactly(
            "exit bank.Safe.<init>(12, 3.0)",
            "exit bank.Heir.<init>(12)",
            "12 3.0 new",
            "exit bank.Safe.<init>(7, 2.0)",
            "exit bank.Heir.<init>(twelve)",
            "7 2.0 new",
            "exit bank.Outer$Inner.<init>(some, 3)",
            "3",
            "exit bank.Range.<init>(9, 4)",
            "Range[from=4, to=9]",
            "exit bank.Range.<init>(0, 5)",
            "exit bank.Range.<init>(5)",
            "Range[from=0, to=5]",
            "exit bank.Coin.<init>(HEADS, 0, 1)",
            "1",
            "exit bank.Box.<init>(content, some)",
            "content");
  }

  @Test
  void what_a_constructor_may_not_have_it_does_not_make() {
    List<String> told =
        ran(
            jvm(SAFE)
                .source(
                    main(
                        """
                        show(() -> new Safe("refused"));
                        show(() -> new Safe("left badly"));
                        show(() -> new Heir());
                        show(() -> new Safe(8) {});
                        """)));
    assertThat(told)
        .containsExactly(
            "enter bank.Safe.<init>(refused) of nobody",
            "thrown refused at entry",
            "enter bank.Safe.<init>(left badly) of nobody",
            "exit bank.Safe.<init>(left badly)",
            "thrown refused at exit",
            // Clauses of a constructor bind the class that declares it.
            "enter bank.Safe.<init>(1) of nobody",
            "enter bank.Safe.<init>(1, 1.5) of nobody",
            "exit bank.Safe.<init>(1, 1.5)",
            "exit bank.Safe.<init>(1)",
            "1 1.5 new",
            "enter bank.Safe.<init>(8) of nobody",
            "enter bank.Safe.<init>(8, 1.5) of nobody",
            "exit bank.Safe.<init>(8, 1.5)",
            "exit bank.Safe.<init>(8)",
            "8 1.5 new");
  }

  @Test
  void static_methods_of_classes_and_interfaces_are_woven() {
    List<String> told =
        ran(
            jvm(STATICS)
                .source(
                    main(
                        """
                        show(() -> Maths.half(3, 1L << 40));
                        show(() -> Maths.free(3));
                        show(() -> Tools.sum(1, 2, 3));
                        show(() -> { Tools.reset("name"); return "reset"; });
                        show(() -> { Tools.reset("left badly"); return "reset"; });
                        show(() -> Tools.fail("value"));
                        show(() -> Tools.of(-1L));
                        show(() -> new Tools().of(1) == null);
                        show(() -> Tools.round(1, 2));
                        show(() -> Hiding.sum(1));
                        show(() -> Hiding.of(1L) == null);
                        show(() -> new Hiding().round(6));
                        """)));
    assertThat(told)
        .containsExactly(
            "enter bank.Maths.half(3.0, 1099511627776) of nobody",
            "exit bank.Maths.half(3.0, 1099511627776) of nobody = 1.0995116277775E12",
            "1.0995116277775E12",
            "3.0",
            "enter bank.Tools.sum([1, 2, 3]) of nobody",
            "exit bank.Tools.sum([1, 2, 3]) of nobody = 6",
            "6",
            "enter bank.Tools.reset(name) of nobody",
            "exit bank.Tools.reset(name) of nobody",
            "reset",
            "enter bank.Tools.reset(left badly) of nobody",
            "exit bank.Tools.reset(left badly) of nobody",
            "thrown refused at exit",
            "enter bank.Tools.fail(value) of nobody",
            "exit bank.Tools.fail(value) of nobody threw java.lang.IllegalStateException: always",
            "thrown always",
            "enter bank.Tools.of(-1) of nobody",
            "exit bank.Tools.of(-1) of nobody = null",
            "null",
            "false",
            "1",
            "-1",
            "false",
            "enter bank.Tools.round(6)",
            "exit bank.Tools.round(6) = 6",
            "6");
  }

  @Test
  void as_many_parameters_as_a_check_can_take_are_passed() {
    String parameters =
        String.join(", ", IntStream.range(0, 119).mapToObj(i -> "long a" + i).toList());
    String arguments = String.join(", ", Collections.nCopies(119, "7"));
    List<String> told =
        ran(
            jvm("""
                    package bank;
                    import dev.tenon.contract.*;
                    class Wide {
                      @Requires("x") Wide(PARAMETERS) { a3++; }
                      @Requires("x") double wide(PARAMETERS) { a118++; return a118; }
                    }
                    """
                    .replace("PARAMETERS", parameters))
                .source(
                    main(
                        "show(() -> new Wide(ARGUMENTS).wide(ARGUMENTS));"
                            .replace("ARGUMENTS", arguments))));
    assertThat(told)
        .containsExactly(
            "enter bank.Wide.<init>(" + arguments + ") of nobody",
            "exit bank.Wide.<init>(" + arguments + ")",
            "enter bank.Wide.wide(" + arguments + ")",
            "exit bank.Wide.wide(" + arguments + ") = 8.0",
            "8.0");
  }

  /** Java 25 lets statements stand before the call; Kotlin and Scala always did. */
  @Test
  void code_before_the_call_of_the_other_constructor_keeps_its_meaning() {
    boolean isNew = Runtime.version().feature() >= 25;
    String prologue =
        isNew
            ? """
              package bank;
              import dev.tenon.contract.*;
              class Early extends Exception {
                final int n;
                @Requires("x") Early(String text, int n) {
                  if (n < 0) { throw new IllegalArgumentException("negative"); }
                  for (int i = 0; i < 2; i++) { n += i; }
                  try { n += Integer.parseInt(text); } catch (NumberFormatException no) { text = "?"; }
                  this.n = n;
                  super(text);
                }
              }
              """
            : """
              package bank;
              import dev.tenon.contract.*;
              class Early extends Exception {
                int n;
                @Requires("x") Early(String text, int n) {
                  super(n < 0 ? fail() : text.equals("4") ? text : "?");
                  this.n = n + 1 + (text.equals("4") ? 4 : 0);
                }
                static String fail() { throw new IllegalArgumentException("negative"); }
              }
              """;
    List<String> told =
        ran(
            jvm(prologue)
                .source(
                    main(
                        """
                        show(() -> new Early("4", 1).n);
                        show(() -> new Early("x", 1).getMessage());
                        show(() -> new Early("4", -1).n);
                        """)));
    assertThat(told)
        .containsExactly(
            "enter bank.Early.<init>(4, 1) of nobody",
            "exit bank.Early.<init>(4, 1)",
            "6",
            "enter bank.Early.<init>(x, 1) of nobody",
            "exit bank.Early.<init>(x, 1)",
            "?",
            "enter bank.Early.<init>(4, -1) of nobody",
            "thrown negative");
  }
}
