package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seams by constraints alone: no clause, no companion and no index names them. */
class ConstraintSeamsIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.Seam;
      import jakarta.validation.constraints.*;
      @Seam
      public interface Vault {
        long withdraw(@Positive int amount);
        default void audit() {}
      }
      """;

  private static final String IRON =
      """
      package bank;
      import jakarta.validation.constraints.*;
      public class Iron implements Vault {
        public Iron(@NotNull String name) {}
        public long withdraw(int amount) { return amount * 2L; }
        public void open(@Even int key) { }
        public void close(int key) { }
      }
      """;

  private static final String EVEN =
      """
      package bank;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME)
      @jakarta.validation.Constraint(validatedBy = {})
      public @interface Even {
        String message() default "";
        Class<?>[] groups() default {};
        Class<? extends jakarta.validation.Payload>[] payload() default {};
      }
      """;

  private static final String TILL =
      """
      package bank;
      import java.util.List;
      import jakarta.validation.constraints.*;
      public interface Till {
        int pay(List<@Positive Integer> amounts);
      }
      """;

  private static final String PAPER =
      """
      package bank;
      public class Paper implements Till {
        public int pay(java.util.List<Integer> amounts) { return amounts.size(); }
      }
      """;

  private static final String MAIN =
      """
      package bank;
      import com.sun.tools.attach.VirtualMachine;
      import java.util.List;
      public class Main {
        static Object ask(Object... question) throws Exception {
          return Class.forName("java.lang.TenonJoint")
              .getMethod("ask", Object[].class).invoke(null, (Object) question);
        }
        static long twice(int amount) { return amount * 2L; }
        static void use(int n) {
          System.out.println("use");
          Iron iron = new Iron("iron");
          System.out.println(iron.withdraw(n));
          iron.audit();
          iron.open(n);
          iron.close(n);
          System.out.println(new Paper().pay(List.of(n)));
          Vault lambda = amount -> amount * 3L;
          System.out.println(lambda.withdraw(n));
          Vault reference = Main::twice;
          System.out.println(reference.withdraw(n));
          Till till = List::size;
          System.out.println(till.pay(List.of(n, n)));
        }
        public static void main(String[] args) throws Exception {
          use(1);
          if (args.length > 1) {
            VirtualMachine vm = VirtualMachine.attach(ProcessHandle.current().pid() + "");
            vm.loadAgent(args[0], args[1]);
            vm.detach();
            use(2);
          } else if (args.length > 0) {
            for (Class<?> seam : new Class<?>[] {Vault.class, Iron.class, Till.class}) {
              System.out.println("wove " + ask("weave", seam));
            }
            use(2);
          }
          System.out.println("states " + ask("seams", Main.class.getClassLoader()));
          System.out.println("errors " + ask("errors"));
        }
      }
      """;

  private static final String STATUS =
      """
      package bank;
      public class Status {
        public static void main(String[] args) throws Exception {
          Main.main(args);
          dev.tenon.Status status = dev.tenon.Seams.status();
          status.seams().forEach(System.out::println);
          System.out.println("swallowed " + status.errors());
          if (args.length > 0) {
            dev.tenon.Seams.requireActive();
          }
        }
      }
      """;

  private static final String NOTE =
      """
      package bank;
      import jakarta.validation.constraints.NotNull;
      public class Note {
        record Line(@NotNull String text) {}
        private String title;
        @NotNull public String getTitle() { return title; }
        public void setTitle(@NotNull String title) { this.title = title; }
        public static void main(String[] args) {
          Note note = new Note();
          System.out.println(note.getTitle());
          note.setTitle(null);
          System.out.println(note.getTitle());
          System.out.println(new Line(null).text());
          dev.tenon.Seams.ledger().recent().forEach(
              each -> System.out.println(each.blamed() + " " + each.operation().name()));
        }
      }
      """;

  private static final String LAMBDA = "bank.Main$$Tenon$Lambda";

  /** The sites of the first use are linked: what they make cannot be mended. */
  private static final String EARLY_LAMBDA =
      "seam bank.Vault is not enforced: a lambda of bank.Main was made before the agent came";

  @TempDir private Path directory;

  private static ForkedJvm sources(ForkedJvm jvm, String vault) {
    return jvm.onClassPath(ForkedJvm.locationOf(Valid.class))
        .source(vault)
        .source("bank/Even.java", EVEN)
        .source(IRON)
        .source(TILL)
        .source(PAPER)
        .source(MAIN);
  }

  private ForkedJvm telling() {
    return telling(VAULT);
  }

  private ForkedJvm telling(String vault) {
    return sources(
            new ForkedJvm(directory).flags("-Xverify:all", "-Djdk.attach.allowAttachSelf=true"),
            vault)
        .source(TellingLinkage.SOURCE)
        .agentArguments("banner=false");
  }

  private ForkedJvm product() {
    return sources(Product.unprocessed(directory), VAULT).source(STATUS);
  }

  private static List<String> told(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return later(run);
  }

  /** What was told after the last use began, without the addresses that the JVM adds. */
  private static List<String> later(ForkedJvm.Run run) {
    List<String> told =
        run.outLines().stream().map(line -> line.replaceAll("(Lambda)/\\w+", "$1")).toList();
    return told.subList(told.lastIndexOf("use") + 1, told.size());
  }

  private static List<String> vault(int n) {
    return List.of(
        "enter bank.Iron.<init>(iron) of nobody",
        "exit bank.Iron.<init>(iron)",
        "enter bank.Iron.withdraw(" + n + ")",
        "exit bank.Iron.withdraw(" + n + ") = " + 2 * n,
        "" + 2 * n,
        "enter bank.Iron.open(" + n + ")",
        "exit bank.Iron.open(" + n + ")");
  }

  private static List<String> lambdas(int n) {
    return List.of(
        "enter " + LAMBDA + ".withdraw(" + n + ")",
        "exit " + LAMBDA + ".withdraw(" + n + ") = " + 3 * n,
        "" + 3 * n,
        "enter " + LAMBDA + ".withdraw(" + n + ")",
        "exit " + LAMBDA + ".withdraw(" + n + ") = " + 2 * n,
        "" + 2 * n);
  }

  private static final String WOVEN = "bank.Vault=woven:3";

  @Test
  void a_marked_interface_is_woven_with_its_suppliers_and_what_these_add() {
    List<String> told = told(telling().compile().run("bank.Main"));

    assertThat(told).startsWith(vault(1).toArray(new String[0]));
    assertThat(told).containsSubsequence(lambdas(1)).contains("errors 0");
    assertThat(told).contains("states {" + WOVEN + ", bank.Iron=woven:2}");
    assertThat(told).filteredOn(line -> line.startsWith("enter")).hasSize(5);
  }

  @Test
  void a_selected_interface_is_woven_too() {
    List<String> told =
        told(telling().agentArguments("seams=bank.T*,banner=false").compile().run("bank.Main"));

    assertThat(told)
        .containsSubsequence(
            "enter bank.Paper.pay([1])",
            "exit bank.Paper.pay([1]) = 1",
            "enter " + LAMBDA + ".pay([1, 1])",
            "exit " + LAMBDA + ".pay([1, 1]) = 2")
        .anyMatch(line -> line.startsWith("states") && line.contains("bank.Till=woven:2"))
        .contains("errors 0");
  }

  @Test
  void what_is_excluded_is_not_selected() {
    List<String> told =
        told(
            telling()
                .agentArguments("seams=bank..*,!bank.Till,banner=false")
                .compile()
                .run("bank.Main"));

    assertThat(told)
        .contains("states {" + WOVEN + ", bank.Iron=woven:2}")
        .noneMatch(line -> line.contains(".pay("));
  }

  @Test
  void nothing_needs_the_vocabulary_where_it_is_selected() {
    ForkedJvm jvm = telling().agentArguments("seams=bank..*,banner=false").compile();
    List<String> jars = List.of(jvm.classes().toString(), ForkedJvm.locationOf(Valid.class));

    List<String> told = told(jvm.onJars(jars).run("bank.Main"));

    assertThat(told)
        .contains("enter bank.Paper.pay([1])", "enter bank.Iron.withdraw(1)", "errors 0");
  }

  @Test
  void what_only_a_validator_could_answer_is_announced_where_there_is_none() {
    ForkedJvm.Run run = product().compile().run("bank.Status");

    assertThat(run.exit()).isZero();
    assertThat(run.outLines()).contains("2", "1", "3", "errors 0", "swallowed 0");
    assertThat(run.outLines())
        .contains("states {" + WOVEN + ", bank.Iron=woven:2}")
        .anyMatch(line -> line.contains("bank.Vault") && line.contains("WOVEN"))
        .anyMatch(line -> line.contains("bank.Iron") && line.contains("NOT_ENFORCED"));
    assertThat(run.err())
        .containsOnlyOnce("bank.Iron is not enforced: open: @Even")
        .contains("there is no validator", "add hibernate-validator");
  }

  @Test
  void what_a_bean_says_of_its_properties_is_no_promise_of_their_getters() {
    ForkedJvm.Run run =
        product()
            .source(NOTE)
            .agentArguments("seams=bank.Note,bank.Note$Line,banner=false")
            .compile()
            .run("bank.Note");

    assertThat(run.outLines())
        .containsExactly("null", "null", "null", "CLIENT setTitle", "CLIENT <init>");
  }

  @Test
  void and_refused_where_tenon_is_strict() {
    ForkedJvm.Run run =
        product()
            .agentArguments("strict=true,seams=bank.Till,banner=false")
            .compile()
            .run("bank.Status");

    assertThat(run.err()).contains("IllegalStateException: bank.Iron.open is refused");
  }

  @Test
  void what_is_off_is_woven_when_it_is_switched_on() {
    ForkedJvm.Run run =
        telling()
            .agentArguments("mode=off,seams=bank.Till,banner=false")
            .compile()
            .run("bank.Main", "weave");

    List<String> first = run.outLines().subList(0, run.outLines().lastIndexOf("use"));
    assertThat(first)
        .noneMatch(line -> line.startsWith("enter"))
        .containsSubsequence("wove 3", "wove 2", "wove 2");
    List<String> told = later(run);
    assertThat(told).startsWith(vault(2).toArray(new String[0]));
    assertThat(told).contains("enter bank.Paper.pay([2])", "errors 0");
    assertThat(run.err()).contains(EARLY_LAMBDA);
  }

  @Test
  void what_is_off_is_known() {
    List<String> told =
        told(
            telling()
                .agentArguments("mode=off,seams=bank.Till,banner=false")
                .compile()
                .run("bank.Main"));

    assertThat(told)
        .contains("states {bank.Vault=off, bank.Iron=off, bank.Till=off}")
        .noneMatch(line -> line.startsWith("enter"));
  }

  @Test
  void what_is_loaded_is_woven_when_the_agent_is_attached() {
    ForkedJvm.Run run =
        telling()
            .agents(0)
            .compile()
            .run("bank.Main", ForkedJvm.agentJar().toString(), "seams=bank.Till,banner=false");

    List<String> told = later(run);
    assertThat(told).startsWith(vault(2).toArray(new String[0]));
    assertThat(told).contains("enter bank.Paper.pay([2])", "errors 0");
    assertThat(run.err()).contains(EARLY_LAMBDA);
  }

  @Test
  void clauses_that_no_processor_saw_are_refused_and_constraints_beside_them_woven() {
    ForkedJvm.Run run =
        telling(VAULT.replace("default", "@dev.tenon.contract.Requires(\"true\") default"))
            .compile()
            .run("bank.Main");

    assertThat(run.err().lines())
        .containsExactly(
            "tenon: seam bank.Vault is not enforced: no companion (the processor did not run);"
                + " add tenon-processor to annotationProcessorPaths");
    assertThat(run.outLines())
        .contains("enter bank.Iron.withdraw(1)", "enter bank.Iron.open(1)", "errors 0")
        .noneMatch(line -> line.contains("audit"))
        .anyMatch(line -> line.contains("bank.Vault=not woven: no companion"));
  }

  @Test
  void constraints_of_the_old_namespace_are_announced_once_and_the_rest_is_woven() {
    ForkedJvm.Run run =
        telling(
                VAULT.replace(
                    "audit()", "audit(@javax.validation.constraints.NotNull String... why)"))
            .source(
                "javax/validation/constraints/NotNull.java",
                """
                package javax.validation.constraints;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface NotNull {}
                """)
            .compile()
            .run("bank.Main");

    assertThat(run.err().lines())
        .containsExactly(
            "tenon: seam bank.Vault: javax.validation constraints are present and not supported:"
                + " use jakarta.validation");
    assertThat(run.outLines())
        .contains("enter bank.Iron.withdraw(1)", "states {" + WOVEN + ", bank.Iron=woven:2}");
  }
}
