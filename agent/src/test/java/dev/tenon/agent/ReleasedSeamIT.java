package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seam of a jar that was compiled before, implemented and refined in another project. */
class ReleasedSeamIT {

  private static final String STORE =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Store<K, V> {
        @Requires(value = "key != null && !key.toString().isEmpty()", name = "keyed")
        @Ensures(value = "get(key) == value", name = "kept")
        V put(K key, V value);
        V get(K key);
      }
      """;

  private static final String BASKET =
      """
      package shop;
      import dev.tenon.contract.*;
      public interface Basket<V extends Comparable<V>> extends bank.Store<String, V> {
        @Override
        @Requires(value = "key.length() > 1", name = "long")
        @Ensures(value = "result == null || result.compareTo(value) <= 0", name = "growing")
        V put(String key, V value);
      }
      """;

  private static final String COUNTS =
      """
      package shop;
      import dev.tenon.contract.*;
      import java.util.*;
      public class Counts implements Basket<Integer> {
        final Map<String, Integer> all = new HashMap<>();
        @Override
        @Requires(value = "value > 0", name = "positive")
        @Ensures(value = "all.size() <= 2", name = "small")
        public Integer put(String key, Integer value) {
          return key.equals("lost") ? null : all.put(key, value);
        }
        @Override public Integer get(String key) { return all.get(key); }
      }
      """;

  /** Says nothing of its own. */
  private static final String PLAIN =
      """
      package shop;
      import java.util.*;
      public class Plain implements bank.Store<String, String> {
        @Override public String put(String key, String value) { return null; }
        @Override public String get(String key) { return null; }
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import bank.Store;
      import dev.tenon.Seams;
      import dev.tenon.verdict.*;
      import java.lang.invoke.MethodHandles;
      public class Main {
        static boolean isGuarded;
        @SuppressWarnings("unchecked")
        static <V> Store<String, V> door(Store<String, V> supplier) {
          return isGuarded ? Seams.guard(Store.class, supplier) : supplier;
        }
        static <V> void put(Store<String, V> store, String key, V value) {
          try {
            System.out.println("put " + store.put(key, value));
          } catch (ContractViolation broken) {
            Violation violation = broken.violation();
            System.out.print(violation.blamed() + " " + violation.clause().name());
            violation.also().forEach(more ->
                System.out.print(" " + more.name()));
            System.out.println();
          }
        }
        public static void main(String[] args) {
          isGuarded = Boolean.getBoolean("guarded");
          Store<String, Integer> counts = door(new Counts());
          put(counts, "", 0);
          put(counts, "lost", 3);
          put(counts, "apples", 3);
          put(counts, "apples", 2);
          put(counts, "pears", 2);
          put(counts, "plums", 2);
          put(counts, "figs", 0);
          Store<String, String> plain = door(new Plain());
          put(plain, null, "x");
          put(plain, "nuts", "x");
          if (!isGuarded) {
            Seams.requireActive();
          }
        }
      }
      """;

  @TempDir private Path directory;

  private ForkedJvm bank() {
    return new ForkedJvm(directory.resolve("bank")).source(STORE);
  }

  private ForkedJvm shop(Path bank) {
    return new ForkedJvm(directory.resolve("shop"))
        .flags("-Xverify:all")
        .onClassPath(bank.toString())
        .onLibraries()
        .processing()
        .source(BASKET)
        .source(COUNTS)
        .source(PLAIN)
        .source(MAIN);
  }

  private static void assertEnforced(Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "CLIENT keyed long positive",
            "SUPPLIER kept",
            "put null",
            "SUPPLIER growing",
            "put null",
            "SUPPLIER small",
            "OVERRIDE positive",
            "CLIENT keyed",
            "SUPPLIER kept");
  }

  @Test
  void clauses_of_the_jar_and_of_the_project_hold_where_they_are_woven() {
    Path bank = bank().processing().compile().jar("bank.jar");

    assertEnforced(shop(bank).compile().run("shop.Main"));
  }

  @Test
  void they_hold_through_a_proxy_of_the_seam_of_the_jar() {
    Path bank = bank().processing().compile().jar("bank.jar");

    assertEnforced(shop(bank).agents(0).flags("-Dguarded=true").compile().run("shop.Main"));
  }

  @Test
  void they_hold_from_one_named_module_to_another() {
    String libraries = ForkedJvm.modulePath();
    Path bank =
        bank()
            .compilerOptions("--module-path", libraries)
            .processing()
            .source(
                "module-info.java", "module bank { requires dev.tenon.annotations; exports bank; }")
            .compile()
            .jar("bank.jar");
    String modules = bank + File.pathSeparator + libraries;
    ForkedJvm shop =
        shop(bank)
            .compilerOptions("--module-path", modules)
            .source(
                "module-info.java",
                "module shop { requires bank; requires dev.tenon.annotations;"
                    + " requires dev.tenon.core; }")
            .compile();

    assertEnforced(shop.runModule(shop.classes() + File.pathSeparator + modules, "shop/shop.Main"));
  }

  /** Asks through every way in how the seam of the jar is enforced. */
  private static final String ASKING_MAIN =
      """
      package shop;
      import dev.tenon.Seams;
      public class Main {
        static void attempt(Runnable action) {
          try {
            action.run();
            System.out.println("passed");
          } catch (AssertionError | RuntimeException refused) {
            System.out.println(refused.getMessage().lines().findFirst().get());
          }
        }
        public static void main(String[] args) {
          attempt(() -> new Plain().put(null, "x"));
          attempt(() -> new Counts().put("a", 0));
          Seams.status().notEnforced().forEach(seam ->
              System.out.println(seam.name() + " " + seam.detail()));
          attempt(Seams::requireActive);
          attempt(() -> Seams.guard(bank.Store.class, new Plain()));
        }
      }
      """;

  @Test
  void a_jar_that_no_processor_saw_is_announced_with_what_to_do() {
    Path bank = bank().compile().jar("bank.jar");

    Run run = shop(bank).source(ASKING_MAIN).compile().run("shop.Main");

    String fix = "(the processor did not run); add tenon-processor to ";
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("seam bank.Store is not enforced: no companion " + fix);
    assertThat(run.outLines())
        .satisfiesExactly(
            unchecked -> assertThat(unchecked).isEqualTo("passed"),
            own -> assertThat(own).startsWith("Precondition broken by the client"),
            status -> assertThat(status).startsWith("bank.Store no companion class " + fix),
            active -> assertThat(active).isEqualTo("tenon is not active for every seam:"),
            proxy -> assertThat(proxy).startsWith("bank.Store is not enforced: ").contains(fix));
  }
}
