package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with several applications, with the real processor and the real core: wherever core
 * lies, each application is judged by its own contracts.
 */
class ContainerIT {

  private static final String SERVER =
      """
      package server;
      import java.io.File;
      import java.lang.ref.WeakReference;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.Callable;
      public class Server {
        /** Asks its parent last, as web applications do. */
        static class ParentLast extends URLClassLoader {
          ParentLast(URL[] urls, ClassLoader parent) { super(urls, parent); }
          @Override protected Class<?> loadClass(String name, boolean resolve)
              throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
              Class<?> loaded = findLoadedClass(name);
              if (loaded != null) {
                return loaded;
              }
              try {
                return findClass(name);
              } catch (ClassNotFoundException absent) {
                return super.loadClass(name, resolve);
              }
            }
          }
          @Override public URL getResource(String name) {
            URL own = findResource(name);
            return own != null ? own : super.getResource(name);
          }
        }
        public static void main(String[] args) throws Exception {
          ClassLoader shared =
              args[0].isEmpty()
                  ? Server.class.getClassLoader()
                  : new URLClassLoader(urls(args[0]), ClassLoader.getPlatformClassLoader());
          List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
          for (int i = 1; i < args.length; i++) {
            loaders.add(new WeakReference<>(deploy(args[i], shared)));
          }
          for (int i = 0; i < 20 && !areGone(loaders); i++) {
            System.gc();
          }
          System.out.println(areGone(loaders) ? "gone" : "alive");
        }
        private static boolean areGone(List<WeakReference<ClassLoader>> loaders) {
          return loaders.stream().allMatch(loader -> loader.get() == null);
        }
        private static ClassLoader deploy(String path, ClassLoader shared) throws Exception {
          try (URLClassLoader loader = Boolean.getBoolean("last")
              ? new ParentLast(urls(path), shared)
              : new URLClassLoader(urls(path), shared)) {
            Callable<?> main =
                (Callable<?>) loader.loadClass("bank.Main").getConstructor().newInstance();
            System.out.println(main.call());
            return loader;
          }
        }
        private static URL[] urls(String path) throws Exception {
          List<URL> urls = new ArrayList<>();
          for (String each : path.split(File.pathSeparator)) {
            urls.add(Path.of(each).toUri().toURL());
          }
          return urls.toArray(new URL[0]);
        }
      }
      """;

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") long withdraw(long amount);
      }
      """;

  private static final String MAIN =
      """
      package bank;
      public class Main implements java.util.concurrent.Callable<String> {
        static class Safe implements Vault {
          public long withdraw(long amount) { return amount; }
        }
        private static String attempt(long amount) {
          try {
            return "passed " + new Safe().withdraw(amount);
          } catch (AssertionError broken) {
            return broken.getMessage().lines().filter(line -> line.contains("requires")).findFirst()
                .orElse("?").strip().replaceAll("\\\\s+", " ")
                + (broken.getClass().getClassLoader() == Main.class.getClassLoader()
                    ? " says its own core" : " says the shared core");
          }
        }
        public String call() {
          return attempt(50) + ", " + attempt(5) + ", " + attempt(-5);
        }
      }
      """;

  private static final String ANY = "passed 50, passed 5, requires amount > 0 says the %s core";
  private static final String MORE =
      "passed 50, requires amount > 10 says the %1$s core, requires amount > 10 says the %1$s core";

  @TempDir private Path directory;

  private ForkedJvm application(String name) {
    return new ForkedJvm(directory.resolve(name)).onLibraries().processing();
  }

  private String bank(String name, String condition) {
    return application(name)
        .source(VAULT.replace("amount > 0", condition))
        .source(MAIN)
        .compile()
        .jar(name + ".jar")
        .toString();
  }

  /** Runs the server; what is above is the class path of a loader, empty for that of the JVM. */
  private ForkedJvm.Run run(List<String> flags, List<String> own, List<String> arguments) {
    ForkedJvm server = new ForkedJvm(directory.resolve("server")).source(SERVER).compile();
    List<String> command = new ArrayList<>(List.of(ForkedJvm.java("java")));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:SoftRefLRUPolicyMSPerMB=0");
    command.add("-javaagent:" + ForkedJvm.agentJar() + "=banner=false");
    command.addAll(flags);
    command.add("-cp");
    command.add(path(with(own, server.classes().toString())));
    command.add("server.Server");
    command.addAll(arguments);
    return server.execute(command);
  }

  private static String path(List<String> elements) {
    return String.join(File.pathSeparator, elements);
  }

  private static List<String> with(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static void assertSaid(ForkedJvm.Run run, String... lines) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).as(run.err()).startsWith(lines);
    assertThat(run.err()).doesNotContain("not enforced", "swallowed", "Exception");
  }

  @Test
  void siblings_that_share_core_have_their_own_contracts() {
    List<String> arguments =
        List.of(path(ForkedJvm.LIBRARIES), bank("any", "amount > 0"), bank("more", "amount > 10"));
    assertSaid(
        run(List.of(), List.of(), arguments), ANY.formatted("shared"), MORE.formatted("shared"));
  }

  @Test
  void siblings_with_their_own_core_have_their_own_contracts() {
    String any = path(with(ForkedJvm.LIBRARIES, bank("any", "amount > 0")));
    String more = path(with(ForkedJvm.LIBRARIES, bank("more", "amount > 10")));
    assertSaid(run(List.of(), List.of(), List.of("", any, more)), own(ANY), own(MORE));
  }

  @Test
  void a_loader_that_asks_its_parent_last_uses_its_own_core() {
    String any = path(with(ForkedJvm.LIBRARIES, bank("any", "amount > 0")));
    String more = bank("more", "amount > 10");
    assertSaid(
        run(List.of("-Dlast=true"), List.of(), List.of(path(ForkedJvm.LIBRARIES), any, more)),
        own(ANY),
        MORE.formatted("shared"));
  }

  @Test
  void a_loader_that_asks_its_parent_first_shares_the_core_there() {
    String any = path(with(ForkedJvm.LIBRARIES, bank("any", "amount > 0")));
    assertSaid(
        run(List.of(), List.of(), List.of(path(ForkedJvm.LIBRARIES), any)),
        ANY.formatted("shared"));
  }

  /** As the restart loader of Spring Boot's devtools: the first generation stays on the path. */
  @Test
  void a_restarted_application_is_judged_anew_and_the_first_one_goes() {
    String first = bank("first", "amount > 0");
    String second = bank("second", "amount > 10");
    ForkedJvm.Run run =
        run(
            List.of("-Dlast=true"),
            with(ForkedJvm.LIBRARIES, first),
            List.of("", first, second, first));
    assertSaid(
        run, ANY.formatted("shared"), MORE.formatted("shared"), ANY.formatted("shared"), "gone");
  }

  /** The body of the class is bound by a seam of each core, and neither knows the other. */
  @Test
  void a_class_with_seams_of_two_cores_is_held_to_both() {
    String above =
        application("above")
            .source(
                """
                package library;
                import dev.tenon.contract.*;
                public interface Mover {
                  @Requires("n > 0") @Ensures("result != 7") int move(int n);
                }
                """)
            .source(
                """
                package library;
                public class Base implements Mover {
                  public int move(int n) { return n; }
                }
                """)
            .compile()
            .jar("above.jar")
            .toString();
    String below =
        application("below")
            .onClassPath(above)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Bounded {
                  @Requires("n < 100") @Ensures("result == old(n)") int move(int n);
                }
                """)
            .source(
                """
                package bank;
                public class Main extends library.Base
                    implements Bounded, java.util.concurrent.Callable<String> {
                  private static class Heir extends library.Base implements Bounded {}
                  @Override public int move(int n) { return n == 9 ? 10 : n; }
                  private static String attempt(library.Mover mover, int n) {
                    try {
                      return "passed " + mover.move(n);
                    } catch (AssertionError broken) {
                      return broken.getMessage().lines().filter(
                          line -> line.contains("requires") || line.contains("ensures"))
                          .findFirst().orElse("?").strip().replaceAll("\\\\s+", " ");
                    }
                  }
                  public String call() {
                    StringBuilder said = new StringBuilder();
                    for (int n : new int[] {1, -1, 7, 9, 1_000}) {
                      said.append(attempt(this, n)).append(", ");
                    }
                    for (int n : new int[] {1, -1, 7, 1_000}) {
                      said.append(attempt(new Heir(), n)).append(", ");
                    }
                    return said.append(attempt(new library.Base(), 1_000)).toString();
                  }
                }
                """)
            .compile()
            .jar("below.jar")
            .toString();
    List<String> arguments =
        List.of(path(with(ForkedJvm.LIBRARIES, above)), path(with(ForkedJvm.LIBRARIES, below)));
    assertSaid(
        run(List.of("-Dlast=true"), List.of(), arguments),
        "passed 1, requires n > 0, ensures result != 7, ensures result == old(n), requires n < 100,"
            + " passed 1, requires n > 0, ensures result != 7, requires n < 100, passed 1000");
  }

  private static String own(String said) {
    return said.formatted("own").replace("says the own", "says its own");
  }
}
