package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications come and go while the JVM and its threads live on: neither agent nor core keeps one,
 * whatever it did.
 */
class LeakIT {

  private static final int LOADERS = 50;

  /** What every application shares: no seam of its own, but a body that one inherits. */
  private static final String BASE =
      """
      package shared;
      public class Base {
        public int serve(int n) { return n * 2; }
      }
      """;

  private static final String SERVER =
      """
      package shared;
      import java.io.File;
      import java.lang.ref.WeakReference;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.*;
      public class Server {
        private static final List<ClassLoader> KEPT = new ArrayList<>();
        record Own(Set<String> said) {}
        public static void main(String[] args) throws Exception {
          Thread watchdog = new Thread(() -> {
            try {
              Thread.sleep(50_000);
              System.out.println("too slow");
              Runtime.getRuntime().halt(9);
            } catch (InterruptedException ended) {
              return;
            }
          });
          watchdog.setDaemon(true);
          watchdog.start();
          ExecutorService threads = Executors.newFixedThreadPool(2);
          List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
          Set<String> said = new TreeSet<>();
          for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            loaders.add(new WeakReference<>(deploy(args[1], threads, said)));
          }
          System.out.println(said);
          // Older JDKs keep the component types of the last record that was compared, hashed or
          // shown (JDK-8078641): let that be one of the server's.
          String own = "" + new Own(said).equals(new Own(Set.of())) + new Own(said).hashCode();
          long alive = loaders.size();
          for (int i = 0; i < 20 && alive > 0; i++) {
            System.gc();
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
          }
          System.out.println(alive + " alive");
          threads.shutdown();
        }
        private static ClassLoader deploy(String path, ExecutorService threads, Set<String> said)
            throws Exception {
          List<URL> urls = new ArrayList<>();
          for (String each : path.split(File.pathSeparator)) {
            urls.add(Path.of(each).toUri().toURL());
          }
          try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]))) {
            for (int i = 0; i < 2; i++) {
              said.add(threads.submit(application(loader)).get());
            }
            if (Boolean.getBoolean("keep")) {
              KEPT.add(loader);
            }
            return loader;
          }
        }
        @SuppressWarnings("unchecked")
        private static Callable<String> application(ClassLoader loader) throws Exception {
          return (Callable<String>)
              loader.loadClass("app.Application").getConstructor().newInstance();
        }
      }
      """
          .replace("DUMP", System.getenv().getOrDefault("LEAK_DUMP", ""));

  private static final String SEAMS =
      """
      package app;
      import dev.tenon.contract.*;
      @Seam(confined = true)
      public interface Vault {
        @Requires("amount > 0")
        @Requires("covers(amount)")
        @Ensures("balance() == old(balance()) - amount")
        long withdraw(long amount);
        long balance();
        default boolean covers(long amount) { return amount <= balance(); }
      }
      interface Rate {
        @Requires("x >= 0") @Ensures("result >= 0") long of(long x);
      }
      interface Clerk {
        @Requires("n > 0") @Ensures("result > 0") int serve(int n);
      }
      interface Watched {
        @Requires("price.cents() > 0") @Ensures("result != null") String look(Price price);
      }
      record Price(long cents, java.util.List<String> notes) {}
      interface Moody {
        @Requires("Moody.isSure(n)") default void ask(int n) {}
        static boolean isSure(int n) { throw new Mood(); }
      }
      class Mood extends RuntimeException {
        private static final long serialVersionUID = 1;
      }
      """;

  private static final String APPLICATION =
      """
      package app;
      import dev.tenon.*;
      import dev.tenon.model.Mode;
      import dev.tenon.verdict.ContractViolation;
      import java.lang.reflect.*;
      import java.util.List;
      public class Application implements java.util.concurrent.Callable<String> {
        static class Safe implements Vault {
          long balance = 100;
          public long withdraw(long amount) { return balance -= amount; }
          public long balance() { return balance; }
        }
        static class Thief extends Safe {
          @Override public long withdraw(long amount) { return balance -= amount + 1; }
        }
        static class Teller extends shared.Base implements Clerk {}
        static class Senior extends Teller {}
        static class Window implements Watched {
          public String look(Price price) { return null; }
        }
        static class Temper implements Moody {
          public void ask(int n) {}
        }
        interface Attempt { void run() throws Throwable; }
        private int refused;
        private void refused(Attempt attempt) throws Throwable {
          try {
            attempt.run();
          } catch (ContractViolation broken) {
            refused++;
            return;
          }
          throw new IllegalStateException("passed");
        }
        public String call() throws Exception {
          try {
            all();
            return "refused " + refused;
          } catch (Throwable failed) {
            StringBuilder text = new StringBuilder(failed.toString());
            for (StackTraceElement frame : failed.getStackTrace()) {
              text.append(" at ").append(frame);
            }
            return text.toString();
          }
        }
        private void all() throws Throwable {
          Safe safe = new Safe();
          safe.withdraw(10);
          refused(() -> safe.withdraw(-1));
          refused(() -> safe.withdraw(1_000));
          refused(() -> new Thief().withdraw(1));
          Rate plain = x -> x * 2;
          long minus = safe.balance;
          Rate capturing = x -> x - minus;
          Rate referring = Math::negateExact;
          plain.of(3);
          capturing.of(90);
          refused(() -> plain.of(-1));
          refused(() -> capturing.of(1));
          refused(() -> referring.of(1));
          new Teller().serve(1);
          new Senior().serve(1);
          refused(() -> new Teller().serve(-1));
          refused(() -> new Senior().serve(-1));
          Vault proxy = (Vault) Proxy.newProxyInstance(getClass().getClassLoader(),
              new Class<?>[] {Vault.class}, (self, method, args) -> {
            try {
              return method.invoke(safe, args);
            } catch (InvocationTargetException thrown) {
              throw thrown.getCause();
            }
          });
          proxy.withdraw(1);
          refused(() -> proxy.withdraw(-1));
          Rate alone = (Rate) Proxy.newProxyInstance(getClass().getClassLoader(),
              new Class<?>[] {Rate.class}, (self, method, args) -> -1L);
          refused(() -> alone.of(1));
          refused(() -> alone.of(-1));
          Vault guarded = Seams.guard(Vault.class, safe);
          guarded.withdraw(1);
          refused(() -> guarded.withdraw(-1));
          for (int i = 0; i < 3; i++) {
            new Window().look(new Price(-1, List.of("a")));
            new Temper().ask(i);
          }
          Seams.policy().mode("app.Rate", Mode.OFF);
          plain.of(-1);
          Seams.policy().mode("app.Rate", Mode.ENFORCE);
          refused(() -> plain.of(-1));
          if (Seams.ledger().violations() == 0 || Seams.ledger().undecided() == 0
              || Seams.status().seams().size() != 5 || Seams.status().errors() > 0) {
            throw new IllegalStateException(
                Seams.status().text() + Seams.ledger().errorTexts() + Seams.ledger().summary());
          }
          Seams.requireActive();
        }
      }
      """;

  private static final String GUARDED =
      """
      package app;
      import dev.tenon.Seams;
      import dev.tenon.verdict.ContractViolation;
      public class Application implements java.util.concurrent.Callable<String> {
        static class Teller extends shared.Base implements Clerk {}
        public String call() {
          int refused = 0;
          Clerk teller = Seams.guard(Clerk.class, new Teller());
          teller.serve(1);
          try {
            teller.serve(-1);
          } catch (ContractViolation broken) {
            refused++;
          }
          Rate rate = Seams.guard(Rate.class, x -> x - 10);
          rate.of(10);
          try {
            rate.of(1);
          } catch (ContractViolation broken) {
            refused++;
          }
          return "refused " + refused;
        }
      }
      """;

  /** Without the annotations. */
  private static final List<String> CORE =
      ForkedJvm.LIBRARIES.subList(1, ForkedJvm.LIBRARIES.size());

  @TempDir private Path directory;

  @Test
  void applications_that_share_core_go() {
    ForkedJvm.Run run = run(APPLICATION, woven(), ForkedJvm.LIBRARIES, List.of());
    assertGone(run, 13);
    assertThat(run.err()).containsOnlyOnce("Tenon: ").contains(" violations (");
  }

  @Test
  void applications_that_bring_their_own_core_go() {
    assertGone(run(APPLICATION, woven(), List.of(ForkedJvm.vocabulary()), CORE), 13);
  }

  @Test
  void applications_that_bring_the_vocabulary_too_go() {
    assertGone(run(APPLICATION, woven(), List.of(), ForkedJvm.LIBRARIES), 13);
  }

  /** Their class loaders are closed by then, as those of a server that was stopped. */
  @Test
  void applications_that_are_there_at_the_end_say_what_they_have_seen() {
    List<String> flags = with(woven(), "-Dkeep=true");
    ForkedJvm.Run run = run(APPLICATION, flags, List.of(), ForkedJvm.LIBRARIES);
    assertThat(run.outLines()).as(run.err()).containsExactly("[refused 13]", LOADERS + " alive");
    assertThat(run.err().lines())
        .filteredOn(line -> !line.startsWith("SLF4J"))
        .hasSize(LOADERS)
        .allMatch(line -> line.startsWith("Tenon: 32 violations ("));
  }

  /** A hook of core's own keeps what is on the stack when it is made, and must not. */
  @Test
  void applications_that_share_core_go_without_an_agent() {
    ForkedJvm.Run run = run(GUARDED, List.of(), ForkedJvm.LIBRARIES, List.of());
    assertGone(run, 2);
    assertThat(run.err()).containsOnlyOnce("Tenon: ").contains(" violations (");
  }

  /** Nobody is left then who could say what was seen. */
  @Test
  void applications_that_bring_their_own_core_go_without_an_agent() {
    ForkedJvm.Run run = run(GUARDED, List.of(), List.of(), ForkedJvm.LIBRARIES);
    assertGone(run, 2);
    assertThat(run.err()).doesNotContain("Tenon: ");
  }

  private static void assertGone(ForkedJvm.Run run, int refused) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly("[refused " + refused + "]", "0 alive");
    assertThat(run.err()).doesNotContain("not enforced", "swallowed", "Exception");
  }

  private static List<String> with(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static List<String> woven() {
    return List.of("-javaagent:" + ForkedJvm.agentJar() + "=banner=false,mode.app.Watched=observe");
  }

  private ForkedJvm.Run run(
      String main, List<String> agent, List<String> above, List<String> below) {
    ForkedJvm server =
        new ForkedJvm(directory.resolve("server")).source(BASE).source(SERVER).compile();
    ForkedJvm application =
        new ForkedJvm(directory.resolve("application"))
            .onClassPath(server.classes().toString())
            .onClassPath(CORE.toArray(new String[0]))
            .processing()
            .source(SEAMS)
            .source(main)
            .compile();
    List<String> command = new ArrayList<>(List.of(ForkedJvm.java("java")));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    // Newer JDKs keep softly what older ones keep strongly.
    command.add("-XX:SoftRefLRUPolicyMSPerMB=0");
    command.addAll(agent);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, with(above, server.classes().toString())));
    command.add("shared.Server");
    command.add(Integer.toString(LOADERS));
    command.add(
        String.join(File.pathSeparator, with(below, application.jar("app.jar").toString())));
    return server.execute(command);
  }
}
