package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent asks class loaders for, and what it does not do to them. */
class LookupIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") int take(int amount);
      }
      """;

  private static final String SAFE =
      """
      package bank;
      public class Safe implements Vault, java.util.function.Supplier<String> {
        public int take(int amount) { return amount; }
        public String get() {
          try {
            return "passed " + take(-1);
          } catch (AssertionError violation) {
            return "refused";
          }
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm(String name) {
    return Product.processed(directory.resolve(name));
  }

  private Path application(String... more) {
    ForkedJvm application = jvm("application").source(VAULT).source(SAFE);
    for (String source : more) {
      application.source(source);
    }
    return application.compile().jar("application.jar");
  }

  private static ForkedJvm.Run run(ForkedJvm server, Path application) {
    ForkedJvm.Run run = server.compile().run("server.Main", application.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  /** A cached connection shares its jar file: who closes it there closes it for all. */
  @Test
  void a_jar_file_that_the_application_shares_stays_open() {
    ForkedJvm server =
        jvm("server")
            .source(
                """
                package server;
                import java.net.*;
                import java.nio.file.Path;
                import java.util.function.Supplier;
                import java.util.jar.JarFile;
                public class Main {
                  static JarFile shared(String jar) throws Exception {
                    var connection = (JarURLConnection) new URL(jar + "bank/Safe.class").openConnection();
                    connection.setUseCaches(true);
                    return connection.getJarFile();
                  }
                  public static void main(String[] args) throws Exception {
                    String jar = "jar:" + Path.of(args[0]).toUri() + "!/";
                    JarFile before = shared(jar);
                    ClassLoader loader = new URLClassLoader(new URL[] {new URL(jar)});
                    System.out.println(((Supplier<?>) loader.loadClass("bank.Safe").getConstructor()
                        .newInstance()).get());
                    dev.tenon.Seams.status();
                    System.out.println(
                        before.getInputStream(before.getEntry("bank/Safe.class")).readAllBytes().length > 0);
                    System.out.println(shared(jar) == before);
                  }
                }
                """);
    assertThat(run(server, application()).outLines()).containsExactly("refused", "true", "true");
  }

  /** A lookup may take milliseconds, as in the launcher of Spring Boot. */
  @Test
  void a_class_is_asked_for_at_most_once_and_never_when_its_bytes_are_there() {
    StringBuilder many =
        new StringBuilder(
            "package plain; class Base {} class Lower extends Base {} interface Side {}\n");
    for (int i = 0; i < 300; i++) {
      many.append("class Of%d extends Lower implements Side, Runnable {".formatted(i))
          .append(" public void run() {} }\n");
    }
    ForkedJvm server =
        jvm("server")
            .source(
                """
                package server;
                import java.net.*;
                import java.nio.file.Path;
                import java.util.*;
                import java.util.function.Supplier;
                public class Main {
                  static final Map<String, Integer> ASKED = new TreeMap<>();
                  static class Counting extends URLClassLoader {
                    Counting(URL url) { super(new URL[] {url}); }
                    @Override public URL getResource(String name) {
                      ASKED.merge(name, 1, Integer::sum);
                      return super.getResource(name);
                    }
                    @Override public Enumeration<URL> getResources(String name)
                        throws java.io.IOException {
                      ASKED.merge(name, 1, Integer::sum);
                      return super.getResources(name);
                    }
                  }
                  public static void main(String[] args) throws Exception {
                    ClassLoader loader = new Counting(Path.of(args[0]).toUri().toURL());
                    for (int i = 0; i < 300; i++) {
                      Class.forName("plain.Of" + i, true, loader);
                    }
                    System.out.println(
                        "leaves " + ASKED.keySet().stream().filter(n -> n.contains("/Of")).count());
                    System.out.println("often " + ASKED.values().stream().filter(n -> n > 1).count());
                    System.out.println("all " + (ASKED.size() > 3 && ASKED.size() < 12));
                    System.out.println(((Supplier<?>) loader.loadClass("bank.Safe").getConstructor()
                        .newInstance()).get());
                    System.err.println(ASKED);
                  }
                }
                """);
    ForkedJvm.Run run = run(server, application(many.toString()));
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly("leaves 0", "often 0", "all true", "refused");
  }

  /** Nobody is kept from running, and nothing is kept quiet. */
  @Test
  void a_loader_that_fails_when_asked_is_counted_and_said() {
    ForkedJvm server =
        jvm("server")
            .source(
                """
                package server;
                import java.net.*;
                import java.nio.file.Path;
                import java.util.function.Supplier;
                public class Main {
                  static class Failing extends URLClassLoader {
                    Failing(URL url) { super(new URL[] {url}); }
                    @Override public URL getResource(String name) {
                      throw new IllegalStateException("closed for today");
                    }
                  }
                  public static void main(String[] args) throws Exception {
                    ClassLoader loader = new Failing(Path.of(args[0]).toUri().toURL());
                    System.out.println(((Supplier<?>) loader.loadClass("bank.Safe").getConstructor()
                        .newInstance()).get());
                    System.out.println(dev.tenon.Seams.status().errors() > 0);
                  }
                }
                """);
    ForkedJvm.Run run = run(server, application());
    assertThat(run.outLines()).hasSize(2).last().isEqualTo("true");
    assertThat(run.err())
        .contains("tenon: an error of the agent was swallowed")
        .contains("closed for today");
  }

  /** Asked for the first file of the application, this loader loads a supplier of it. */
  private static final String LOADING =
      """
      package server;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.function.Supplier;
      public class Main {
        static Supplier<?> safe;
        static class Loading extends URLClassLoader {
          boolean isAsked;
          Loading(URL url) { super(new URL[] {url}); }
          @Override public URL getResource(String name) {
            if (!isAsked) {
              isAsked = true;
              try {
                safe = (Supplier<?>) loadClass("bank.Safe").getConstructor().newInstance();
              } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException(wrong);
              }
            }
            return super.getResource(name);
          }
        }
        public static void main(String[] args) throws Exception {
          ClassLoader loader = new Loading(Path.of(args[0]).toUri().toURL());
          Class.forName("plain.First", true, loader);
          System.out.println(safe.get());
          if (args.length > 1) {
            dev.tenon.Seams.requireActive();
            System.out.println(safe.get());
            System.out.println(dev.tenon.Seams.status().errors());
          }
        }
      }
      """;

  private static final String OVERLOOKED =
      "tenon: bank.Safe was loaded where its contract could not be seen";

  /** The JVM tells no transformer of what is loaded by a thread on which this one is at work. */
  @Test
  void what_a_loader_loads_while_it_is_asked_is_woven_when_the_application_asks() {
    Path application = application("package plain;\npublic class First {}");
    ForkedJvm.Run run =
        jvm("server")
            .source(LOADING)
            .compile()
            .run("server.Main", application.toString(), "and require");
    assertThat(run.outLines()).as(run.err()).containsExactly("passed -1", "refused", "0");
    assertThat(run.err()).containsOnlyOnce(OVERLOOKED).doesNotContain("bank.Vault was");
  }

  @Test
  void what_a_loader_loads_while_it_is_asked_is_said_at_the_end_at_the_latest() {
    ForkedJvm server = jvm("server").source(LOADING);
    ForkedJvm.Run run = run(server, application("package plain;\npublic class First {}"));
    assertThat(run.outLines()).containsExactly("passed -1");
    assertThat(run.err()).containsOnlyOnce(OVERLOOKED);
  }

  @Test
  void the_system_class_loader_may_be_the_applications_own() {
    ForkedJvm.Run run =
        jvm("application")
            .source(VAULT)
            .source(SAFE)
            .source(
                """
                package bank;
                public class Loader extends java.net.URLClassLoader {
                  public Loader(ClassLoader parent) throws Exception {
                    super(new java.net.URL[] {
                        java.nio.file.Path.of(System.getProperty("own")).toUri().toURL()}, parent);
                  }
                  @Override protected Class<?> loadClass(String name, boolean resolve)
                      throws ClassNotFoundException {
                    if (!name.startsWith("bank.")) {
                      return super.loadClass(name, resolve);
                    }
                    synchronized (getClassLoadingLock(name)) {
                      Class<?> loaded = findLoadedClass(name);
                      return loaded != null ? loaded : findClass(name);
                    }
                  }
                  /** What the JVM calls when it puts the jar of an agent on the class path. */
                  private void appendToClassPathForInstrumentation(String path) throws Exception {
                    addURL(java.nio.file.Path.of(path).toUri().toURL());
                  }
                }
                """)
            .source(
                """
                package bank;
                public class Main {
                  public static void main(String[] args) {
                    System.out.println(Main.class.getClassLoader().getClass().getName());
                    System.out.println(new Safe().get());
                    dev.tenon.Seams.requireActive(Vault.class);
                    System.out.println(dev.tenon.Seams.status().errors());
                  }
                }
                """)
            .flags("-Djava.system.class.loader=bank.Loader")
            .flags("-Down=" + directory.resolve("application/classes"))
            .compile()
            .run("bank.Main");
    // Before these the JVM may say that it does without its archive.
    assertThat(run.outLines()).as(run.err()).endsWith("bank.Loader", "refused", "0");
  }
}
