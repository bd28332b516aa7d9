package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses about the interface of a jar that was compiled without any knowledge of Tenon. */
class ContractForIT {

  private static final String REPO =
      """
      package com.lib;
      public interface Repo<K, V> {
        V put(K key, V value);
        V get(K key);
        int size();
        default V putAll(K key, V value) { return put(key, value); }
      }
      """;

  private static final String MEMORY =
      """
      package com.lib;
      import java.util.*;
      public class MemoryRepo<K, V> implements Repo<K, V> {
        private final Map<K, V> all = new HashMap<>();
        public V put(K key, V value) { return all.put(key, value); }
        public V get(K key) { return "lost".equals(key) ? null : all.get(key); }
        public int size() { return all.size(); }
      }
      """;

  private static final String CODEC =
      """
      package com.lib;
      public interface Codec { int encode(String text); }
      """;

  private static final String HOLDER =
      """
      package shop;
      import com.lib.Repo;
      import dev.tenon.contract.*;
      @ContractFor(Repo.class)
      interface RepoContract<K, V> {
        int MOST = 3;
        @Requires(value = "isKey(key)", because = "no key is no place")
        @Ensures("get(key) == value")
        @Ensures("size() <= old(size()) + 1 && size() <= MOST")
        V put(K key, V value);
        @Requires("value != null")
        V putAll(K key, V value);
        V get(K key);
        static boolean isKey(Object key) { return key != null; }
      }
      """;

  private static final String ATTEMPT =
      """
      package shop;
      import dev.tenon.verdict.*;
      public class Attempt {
        public static void at(Runnable call) {
          try {
            call.run();
            System.out.println("passed");
          } catch (ContractViolation broken) {
            Violation violation = broken.violation();
            System.out.println(violation.blamed() + " " + violation.clause().text()
                + " of " + violation.operation().seam());
          } catch (RuntimeException refused) {
            System.out.println(refused.getMessage());
          }
        }
      }
      """;

  private static final String STATUS =
      """
      Seams.status().seams().forEach(seam ->
          System.out.println(seam.name() + " " + seam.state() + " " + seam.detail()));
      """;

  @TempDir private Path directory;

  private Path lib() {
    return new ForkedJvm(directory.resolve("lib"))
        .source(REPO)
        .source(MEMORY)
        .source(CODEC)
        .compile()
        .jar("lib.jar");
  }

  private ForkedJvm app(String name) {
    return new ForkedJvm(directory.resolve(name))
        .flags("-Xverify:all")
        .onClassPath(lib().toString())
        .onLibraries()
        .processing()
        .source(ATTEMPT);
  }

  private static String main(String... statements) {
    return """
        package shop;
        import com.lib.*;
        import dev.tenon.*;
        public class Main {
          public static void main(String[] args) throws Exception {
            %s
          }
          interface Call { Object run(); }
          static void attempt(Call call) { Attempt.at(() -> call.run()); }
        }
        """
        .formatted(String.join("\n    ", statements));
  }

  private static final String CALLS =
      """
      Repo<String, String> repo = GUARDED;
      attempt(() -> repo.put("a", "x"));
      attempt(() -> repo.put(null, "x"));
      attempt(() -> repo.put("lost", "x"));
      attempt(() -> repo.put("c", "x"));
      attempt(() -> repo.put("d", "x"));
      """;

  private static final String REPO_NAME = " of com.lib.Repo";

  private static final List<String> JUDGED =
      List.of(
          "passed",
          "CLIENT isKey(key)" + REPO_NAME,
          "SUPPLIER get(key) == value" + REPO_NAME,
          "passed",
          "SUPPLIER size() <= old(size()) + 1 && size() <= MOST" + REPO_NAME);

  private static void assertExit(Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("not enforced").doesNotContain("swallowed");
  }

  @Test
  void clauses_of_a_holder_hold_in_the_classes_of_the_jar() {
    Run run =
        app("app")
            .source(HOLDER)
            .source(
                main(
                    CALLS.replace("GUARDED", "new MemoryRepo<>()"),
                    "Seams.requireActive();",
                    STATUS))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.err()).contains("1 seam known");
    assertThat(run.outLines()).startsWith(JUDGED.toArray(new String[0]));
    assertThat(run.outLines().get(JUDGED.size())).isEqualTo("com.lib.Repo WOVEN 2 bodies");
  }

  @Test
  void a_violation_names_the_target_and_the_line_of_the_holder() {
    Run run =
        app("app")
            .source(HOLDER)
            .source(
                main(
                    "try { new MemoryRepo<String, String>().put(null, \"x\"); }",
                    "catch (AssertionError broken) { System.out.println(broken.getMessage()); }"))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.out())
        .contains("  seam      com.lib.Repo.put\n")
        .contains("  because   no key is no place\n")
        .contains("  next      ")
        .contains("weaken it at RepoContract.java:7\n");
  }

  @Test
  void they_hold_through_a_proxy() {
    Run run =
        app("app")
            .agents(0)
            .source(HOLDER)
            .source(
                main(
                    CALLS.replace("GUARDED", "Seams.guard(Repo.class, new MemoryRepo<>())"),
                    STATUS))
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).startsWith(JUDGED.toArray(new String[0]));
    assertThat(run.outLines().get(JUDGED.size()))
        .isEqualTo("com.lib.Repo NOT_ENFORCED no agent is attached");
  }

  @Test
  void modes_name_the_target() {
    Run run =
        app("app")
            .agentArguments("mode.com.lib.Repo=observe")
            .source(HOLDER)
            .source(main(CALLS.replace("GUARDED", "new MemoryRepo<>()")))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.outLines()).containsOnly("passed");
    assertThat(run.err()).contains("4 violations (1 client, 3 supplier)");
  }

  @Test
  void a_target_that_is_off_is_not_woven() {
    Run run =
        app("app")
            .agentArguments("mode.com.lib.Repo=off")
            .source(HOLDER)
            .source(
                main(
                    "attempt(() -> new MemoryRepo<String, String>().put(null, \"x\"));",
                    STATUS,
                    "Seams.policy().mode(\"com.lib.Repo\", dev.tenon.model.Mode.ENFORCE);",
                    "attempt(() -> new MemoryRepo<String, String>().put(null, \"x\"));"))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.outLines())
        .containsExactly("passed", "com.lib.Repo OFF ", "CLIENT isKey(key)" + REPO_NAME);
  }

  @Test
  void two_holders_are_both_enforced() {
    Run run =
        app("app")
            .source(HOLDER)
            .source(
                """
                package till;
                import dev.tenon.contract.*;
                @ContractFor(com.lib.Repo.class)
                public interface Strict {
                  @Requires("value != null")
                  @Ensures("result == null")
                  Object put(Object key, Object value);
                }
                """)
            .source(
                main(
                    "Repo<String, String> repo = new MemoryRepo<>();",
                    "attempt(() -> repo.put(\"a\", \"x\"));",
                    "attempt(() -> repo.put(null, \"x\"));",
                    "attempt(() -> repo.put(\"a\", null));",
                    "attempt(() -> repo.put(\"a\", \"y\"));",
                    STATUS))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.outLines())
        .containsExactly(
            "passed",
            "CLIENT isKey(key)" + REPO_NAME,
            "CLIENT value != null" + REPO_NAME,
            "SUPPLIER result == null" + REPO_NAME,
            "com.lib.Repo WOVEN 2 bodies");
  }

  @Test
  void lambdas_and_jdk_proxies_are_suppliers() {
    Run run =
        app("app")
            .source(
                """
                package shop;
                import dev.tenon.contract.*;
                @ContractFor(com.lib.Codec.class)
                interface CodecContract {
                  @Requires("!text.isEmpty()") @Ensures("result > 0") int encode(String text);
                }
                """)
            .source(
                main(
                    "Codec lambda = text -> text.equals(\"bad\") ? 0 : 1;",
                    "Codec proxy = (Codec) java.lang.reflect.Proxy.newProxyInstance(",
                    "    Main.class.getClassLoader(), new Class<?>[] {Codec.class},",
                    "    (self, method, given) -> given[0].equals(\"bad\") ? 0 : 1);",
                    "for (Codec codec : new Codec[] {lambda, proxy}) {",
                    "  attempt(() -> codec.encode(\"a\"));",
                    "  attempt(() -> codec.encode(\"\"));",
                    "  attempt(() -> codec.encode(\"bad\"));",
                    "}"))
            .compile()
            .run("shop.Main");

    assertExit(run);
    String name = " of com.lib.Codec";
    assertThat(run.outLines())
        .containsExactly(
            "passed",
            "CLIENT !text.isEmpty()" + name,
            "SUPPLIER result > 0" + name,
            "passed",
            "CLIENT !text.isEmpty()" + name,
            "SUPPLIER result > 0" + name);
  }

  @Test
  void a_default_method_of_the_target_is_judged() {
    Run run =
        app("app")
            .source(HOLDER)
            .source(
                main(
                    "Repo<String, String> repo = new MemoryRepo<>();",
                    "attempt(() -> repo.putAll(\"a\", \"x\"));",
                    "attempt(() -> repo.putAll(\"a\", null));"))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.outLines()).containsExactly("passed", "CLIENT value != null" + REPO_NAME);
  }

  @Test
  void an_interface_of_the_platform_outside_java_is_a_target_as_well() {
    Run run =
        app("app")
            .source(
                """
                package shop;
                import dev.tenon.contract.*;
                @ContractFor(javax.sql.DataSource.class)
                interface SourceContract {
                  @Requires("user != null && getLoginTimeout() >= 0")
                  java.sql.Connection getConnection(String user, String password);
                }
                """)
            .source(
                """
                package shop;
                import java.io.PrintWriter;
                import java.sql.*;
                class Pool implements javax.sql.DataSource {
                  public Connection getConnection() { return null; }
                  public Connection getConnection(String user, String password) { return null; }
                  public PrintWriter getLogWriter() { return null; }
                  public void setLogWriter(PrintWriter out) {}
                  public void setLoginTimeout(int seconds) {}
                  public int getLoginTimeout() { return 0; }
                  public java.util.logging.Logger getParentLogger() { return null; }
                  public <T> T unwrap(Class<T> type) { return null; }
                  public boolean isWrapperFor(Class<?> type) { return false; }
                }
                """)
            .source(
                main(
                    "attempt(() -> new Pool().getConnection(\"a\", \"b\"));",
                    "attempt(() -> new Pool().getConnection(null, \"b\"));",
                    "Seams.requireActive();"))
            .compile()
            .run("shop.Main");

    assertExit(run);
    assertThat(run.outLines())
        .containsExactly(
            "passed", "CLIENT user != null && getLoginTimeout() >= 0 of javax.sql.DataSource");
  }

  @Test
  void a_holder_without_its_companion_is_announced_under_the_target() throws IOException {
    ForkedJvm app =
        app("app")
            .source(HOLDER)
            .source(
                main(
                    "attempt(() -> new MemoryRepo<String, String>().put(null, \"x\"));",
                    "Attempt.at(Seams::requireActive);"))
            .compile();
    Files.delete(app.classes().resolve("shop/RepoContract$$Contract.class"));

    Run run = app.run("shop.Main");

    String reason = "its holder shop.RepoContract: no companion class (the processor did not run)";
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .startsWith("passed", "tenon is not active for every seam:")
        .anyMatch(line -> line.startsWith("  com.lib.Repo: " + reason));
  }

  @Test
  void a_holder_whose_target_is_gone_is_announced() throws IOException {
    ForkedJvm app =
        app("app").source(HOLDER).source(main("Attempt.at(Seams::requireActive);")).compile();
    Files.delete(directory.resolve("lib/lib.jar"));

    Run run = app.run("shop.Main");

    String reason =
        "its holder shop.RepoContract names com.lib.Repo, which is not on the class path";
    assertThat(run.err()).containsOnlyOnce("seam com.lib.Repo is not enforced: " + reason);
    assertThat(run.outLines())
        .startsWith("tenon is not active for every seam:")
        .anyMatch(line -> line.startsWith("  com.lib.Repo: " + reason));
  }

  @Test
  void a_holder_that_is_gone_is_announced() throws IOException {
    ForkedJvm app =
        app("app").source(HOLDER).source(main("Attempt.at(Seams::requireActive);")).compile();
    Files.delete(app.classes().resolve("shop/RepoContract.class"));

    Run run = app.run("shop.Main");

    assertThat(run.err())
        .containsOnlyOnce(
            "seam shop.RepoContract is not enforced: the index of holders names it, but there is no"
                + " such class; rebuild from clean");
    assertThat(run.outLines()).startsWith("tenon is not active for every seam:");
  }

  @Test
  void a_holder_that_no_processor_saw_is_announced_when_it_is_loaded() {
    Run run =
        app("app")
            .compilerOptions("-proc:none")
            .source(HOLDER)
            .source(
                main("Class.forName(\"shop.RepoContract\");", "Attempt.at(Seams::requireActive);"))
            .compile()
            .run("shop.Main");

    assertThat(run.err())
        .containsOnlyOnce(
            "seam com.lib.Repo is not enforced: its holder shop.RepoContract: no companion");
    assertThat(run.outLines()).startsWith("tenon is not active for every seam:");
  }

  private static final String SERVER =
      """
      import java.lang.ref.*;
      import java.net.*;
      import java.nio.file.*;
      public class Server {
        public static void main(String[] args) throws Exception {
          WeakReference<ClassLoader> first = run(args[0]);
          run(args[1]);
          for (int i = 0; i < 100 && first.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
          }
          System.out.println(first.get() == null ? "gone" : "kept");
        }
        static WeakReference<ClassLoader> run(String application) throws Exception {
          try (URLClassLoader loader =
              new URLClassLoader(new URL[] {Path.of(application).toUri().toURL()})) {
            ((Runnable) Class.forName("shop.Till", true, loader)
                .getConstructor().newInstance()).run();
            return new WeakReference<>(loader);
          }
        }
      }
      """;

  private static final String TILL =
      """
      package shop;
      import com.lib.*;
      import dev.tenon.Seams;
      import java.lang.invoke.MethodHandles;
      public class Till implements Runnable {
        static class Own extends MemoryRepo<String, String> {}
        public void run() {
          Repo<String, String> own = new Own();
          Attempt.at(() -> own.put(null, "x"));
          Attempt.at(() -> own.put("a", null));
          Attempt.at(() -> own.putAll("", "x"));
          Codec codec = text -> 0;
          Attempt.at(() -> codec.encode(""));
          Repo<String, String> shared = new MemoryRepo<>();
          Attempt.at(() -> shared.put(null, null));
          Repo<String, String> guarded = Seams.guard(MethodHandles.lookup(), Repo.class, shared);
          Attempt.at(() -> guarded.put(null, null));
        }
      }
      """;

  private Path application(String name, String put, String putAll, String encode) {
    return app(name)
        .source(TILL)
        .source(
            """
            package shop;
            import com.lib.Repo;
            import dev.tenon.contract.*;
            @ContractFor(Repo.class)
            interface RepoContract {
              @Requires("%s") Object put(Object key, Object value);
              @Requires("%s") Object putAll(Object key, Object value);
            }
            """
                .formatted(put, putAll))
        .source(
            """
            package shop;
            import dev.tenon.contract.*;
            @ContractFor(com.lib.Codec.class)
            interface CodecContract { @Requires("%s") int encode(String text); }
            """
                .formatted(encode))
        .compile()
        .jar(name + ".jar");
  }

  @Test
  void applications_are_judged_by_their_own_holders_and_can_be_undeployed() {
    Path first = application("first", "key != null", "key.hashCode() != 0", "text.length() > 0");
    Path second = application("second", "value != null", "size() > 9", "text != null");

    Run run =
        new ForkedJvm(directory.resolve("server"))
            .flags("-Xverify:all")
            .onClassPath(lib().toString())
            .onLibraries()
            .source(SERVER)
            .compile()
            .run("Server", first.toString(), second.toString());

    assertExit(run);
    assertThat(run.outLines())
        .containsExactly(
            "CLIENT key != null" + REPO_NAME,
            "passed",
            "CLIENT key.hashCode() != 0" + REPO_NAME,
            "CLIENT text.length() > 0 of com.lib.Codec",
            "passed",
            "CLIENT key != null" + REPO_NAME,
            "passed",
            "CLIENT value != null" + REPO_NAME,
            "CLIENT size() > 9" + REPO_NAME,
            "passed",
            "passed",
            "CLIENT value != null" + REPO_NAME,
            "gone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opens shop to dev.tenon.core;", "exports shop;"})
  void a_module_is_judged_by_the_holders_of_another(String visible) {
    String libraries = ForkedJvm.modulePath();
    Path lib =
        new ForkedJvm(directory.resolve("lib"))
            .compilerOptions("--module-path", libraries)
            .source("module-info.java", "module com.lib { exports com.lib; }")
            .source(REPO)
            .source(MEMORY)
            .source(CODEC)
            .compile()
            .jar("lib.jar");
    String modules = lib + File.pathSeparator + libraries;
    ForkedJvm app =
        new ForkedJvm(directory.resolve("app"))
            .compilerOptions("--module-path", modules)
            .processing()
            .source(
                "module-info.java",
                "module app { requires com.lib; requires dev.tenon.annotations;"
                    + " requires dev.tenon.core; "
                    + visible
                    + " }")
            .source(ATTEMPT)
            .source(
                visible.startsWith("opens") ? HOLDER : HOLDER.replace("\ninter", "\npublic inter"))
            .source(main(CALLS.replace("GUARDED", "new MemoryRepo<>()"), "Seams.requireActive();"))
            .compile();

    Run run = app.runModule(app.classes() + File.pathSeparator + modules, "app/shop.Main");

    assertExit(run);
    assertThat(run.outLines()).isEqualTo(JUDGED);
  }
}
