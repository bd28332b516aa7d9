package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types whose constructors, static methods or invariants alone have clauses, woven when used. */
class LateIT {

  private static final String MAIN =
      """
      package bank;
      import com.sun.tools.attach.VirtualMachine;
      import dev.tenon.contract.*;
      class Made { @Requires("x") Made(int n) {} }
      class Tool { @Requires("x") static int of(int n) { return n; } }
      @Seam interface Maths { @Throws(Exception.class) static int round(int n) { return n; } }
      @Invariant("x") class Kept { int keep(int n) { return n; } int one() { return 1; } }
      class Outside { int far(int n) { return n; } }
      class Heir extends Outside implements Law {}
      @Invariant("x") interface Law {}
      class Untouched extends Made { Untouched() { super(1); } }
      public class Main {
        static Object ask(Object... question) throws Exception {
          return Class.forName("java.lang.TenonJoint")
              .getMethod("ask", Object[].class).invoke(null, (Object) question);
        }
        static void use(int n) {
          System.out.println("use");
          new Made(n);
          Tool.of(n);
          Maths.round(n);
          new Kept().keep(n);
          new Heir().far(n);
        }
        public static void main(String[] args) throws Exception {
          use(1);
          Object heir = new Heir();
          new Untouched();
          if (args.length > 0) {
            VirtualMachine vm = VirtualMachine.attach(ProcessHandle.current().pid() + "");
            vm.loadAgent(args[0], "banner=false");
            vm.detach();
          } else {
            System.out.println(ask("seams", Main.class.getClassLoader()));
            for (Class<?> seam : new Class<?>[] {Made.class, Tool.class, Maths.class, Kept.class, Law.class}) {
              System.out.println("wove " + ask("weave", seam));
            }
          }
          use(2);
          System.out.println(ask("seams", Main.class.getClassLoader()));
          System.out.println("errors " + ask("errors"));
        }
      }
      """;

  private static final List<String> WOVEN =
      List.of(
          "enter bank.Made.<init>(2) of nobody",
          "exit bank.Made.<init>(2)",
          "enter bank.Tool.of(2) of nobody",
          "exit bank.Tool.of(2) of nobody = 2",
          "enter bank.Maths.round(2) of nobody",
          "exit bank.Maths.round(2) of nobody = 2",
          "enter bank.Kept.<init>() of nobody",
          "exit bank.Kept.<init>()",
          "enter bank.Kept.keep(2)",
          "exit bank.Kept.keep(2) = 2",
          "enter bank.Heir.<init>() of nobody",
          "exit bank.Heir.<init>()",
          "enter bank.Heir.far(2)",
          "exit bank.Heir.far(2) = 2");

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory)
        .flags("-Xverify:all", "-Djdk.attach.allowAttachSelf=true")
        .source(TellingLinkage.SOURCE)
        .source(MAIN)
        .index("bank.Maths", "bank.Law")
        .compile();
  }

  /** What was told after the second use began. */
  private static List<String> later(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    List<String> told = run.outLines();
    assertThat(told.get(0)).isEqualTo("use");
    assertThat(told.get(1)).as("nothing is woven at first").doesNotStartWith("enter");
    return told.subList(told.lastIndexOf("use") + 1, told.size());
  }

  @Test
  void what_was_off_is_woven_when_it_is_switched_on() {
    ForkedJvm.Run run = jvm().agentArguments("mode=off").run("bank.Main");
    assertThat(run.outLines())
        .contains(
            "{bank.Maths=off, bank.Law=off, bank.Made=off, bank.Tool=off, bank.Kept=off}",
            "wove 1",
            "wove 2")
        .doesNotContain("wove 0");
    List<String> later = later(run);
    assertThat(later.subList(0, WOVEN.size())).isEqualTo(WOVEN);
    assertThat(later).contains("errors 0");
  }

  @Test
  void what_is_loaded_is_woven_when_the_agent_is_attached() {
    List<String> later = later(jvm().agents(0).run("bank.Main", ForkedJvm.agentJar().toString()));
    assertThat(later.subList(0, WOVEN.size())).isEqualTo(WOVEN);
    assertThat(later.get(WOVEN.size()))
        .contains("bank.Maths=woven:1", "bank.Law=woven:2", "bank.Made=woven:1")
        .contains("bank.Tool=woven:1", "bank.Kept=woven:3");
    assertThat(later).contains("errors 0");
  }
}
