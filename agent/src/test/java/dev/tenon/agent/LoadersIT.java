package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class loaders of every kind: modules, siblings, loaders that are suppliers themselves. */
class LoadersIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") long withdraw(int amount);
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory).source(VAULT).source(TellingLinkage.SOURCE).index("bank.Vault");
  }

  private static void assertQuiet(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
  }

  @Test
  void strict_modules_need_no_opening() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .compilerOptions("--module-path", ForkedJvm.vocabulary())
            .source(
                "module-info.java",
                "module app { requires dev.tenon.annotations; exports dev.tenon.runtime; }")
            .source(TellingLinkage.SOURCE)
            .source(VAULT)
            .source(
                """
                package bank.inside;
                class Iron implements bank.Vault {
                  public long withdraw(int amount) { return amount * 2L; }
                }
                public class Main {
                  public static void main(String[] args) {
                    System.out.println(new Iron().withdraw(5));
                  }
                }
                """)
            .index("bank.Vault")
            .compile()
            .runModule(
                directory.resolve("classes") + java.io.File.pathSeparator + ForkedJvm.vocabulary(),
                "app/bank.inside.Main");
    assertQuiet(run);
    assertThat(run.outLines())
        .containsExactly(
            "enter bank.inside.Iron.withdraw(5)", "exit bank.inside.Iron.withdraw(5) = 10", "10");
  }

  @Test
  void classes_loaded_before_the_agent_are_woven_when_it_starts() {
    ForkedJvm jvm =
        jvm()
            .source(
                """
                package bank;
                public class Main {
                  static class Iron implements Vault {
                    public long withdraw(int amount) { return amount * 2L; }
                  }
                  public static void premain(String arguments) {
                    System.out.println("early " + new Iron().withdraw(4));
                  }
                  public static void main(String[] args) {
                    System.out.println(new Iron().withdraw(5));
                  }
                }
                """)
            .compile();
    ForkedJvm.Run run = jvm.flags("-javaagent:" + jvm.agent("bank.Main")).run("bank.Main");
    assertQuiet(run);
    assertThat(run.outLines())
        .containsExactly(
            "early 8",
            "enter bank.Main$Iron.withdraw(5)",
            "exit bank.Main$Iron.withdraw(5) = 10",
            "10");
  }

  /** Each loader has its own seam of that name, its own core, and its own answer. */
  @Test
  void siblings_do_not_see_each_other() throws IOException {
    ForkedJvm jvm =
        jvm()
            .source(
                """
                package bank;
                public class Iron implements Vault, java.util.function.IntSupplier {
                  public int getAsInt() { return (int) withdraw(5); }
                  public long withdraw(int amount) { return amount * 2L; }
                }
                """)
            .compile();
    jar(jvm, "with-core.jar", "dev/tenon/runtime", "bank", "META-INF/services");
    jar(jvm, "without-core.jar", "bank", "META-INF/services");
    ForkedJvm.Run run =
        new ForkedJvm(directory.resolve("server"))
            .source(
                """
                import java.net.*;
                import java.nio.file.*;
                import java.util.function.*;
                public class Server {
                  public static void main(String[] args) throws Exception {
                    URL vocabulary = Path.of(args[2]).toUri().toURL();
                    for (int i = 0; i < 2; i++) {
                      URL[] urls = {Path.of(args[i]).toUri().toURL(), vocabulary};
                      ClassLoader loader =
                          new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                      IntSupplier iron = (IntSupplier) Class.forName("bank.Iron", true, loader)
                          .getConstructor().newInstance();
                      System.out.println(iron.getAsInt());
                      Object states = Class.forName("java.lang.TenonJoint")
                          .getMethod("ask", Object[].class)
                          .invoke(null, (Object) new Object[] {"seams", loader});
                      System.out.println(states.toString().replaceAll(";.*", ""));
                    }
                  }
                }
                """)
            .compile()
            .run(
                "Server",
                directory.resolve("with-core.jar").toString(),
                directory.resolve("without-core.jar").toString(),
                ForkedJvm.vocabulary());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "enter bank.Iron.withdraw(5)",
            "exit bank.Iron.withdraw(5) = 10",
            "10",
            "{bank.Vault=woven:1}",
            "10",
            "{bank.Vault=not woven: tenon-core is not visible from the loader of bank.Vault");
  }

  private void jar(ForkedJvm jvm, String name, String... roots) throws IOException {
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(directory.resolve(name)))) {
      for (String root : roots) {
        Path folder = jvm.classes().resolve(root);
        List<Path> files;
        try (var walk = Files.walk(folder)) {
          files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
          jar.putNextEntry(new ZipEntry(jvm.classes().relativize(file).toString()));
          jar.write(Files.readAllBytes(file));
          jar.closeEntry();
        }
      }
    }
  }

  /** Linking calls what is being linked: the first calls pass, later ones are seen. */
  @Test
  void what_core_itself_calls_while_it_links_is_linked_afterwards() {
    String calling =
        TellingLinkage.SOURCE.replace(
            "MethodHandles.Lookup own =",
            "bank.Main.VAULT.withdraw(1); MethodHandles.Lookup own =");
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .source(VAULT)
            .source(calling)
            .index("bank.Vault")
            .source(
                """
                package bank;
                public class Main {
                  public static final Vault VAULT = new Vault() {
                    public long withdraw(int amount) { return amount * 2L; }
                  };
                  public static void main(String[] args) {
                    VAULT.withdraw(5);
                    VAULT.withdraw(6);
                  }
                }
                """)
            .compile()
            .run("bank.Main");
    assertQuiet(run);
    assertThat(run.outLines())
        .containsSubsequence("enter bank.Main$1.withdraw(6)", "exit bank.Main$1.withdraw(6) = 12");
  }

  @Test
  void a_class_loader_that_is_a_supplier_is_no_circle() {
    ForkedJvm.Run run =
        jvm()
            .source(
                """
                package bank;
                public class Main {
                  static class Loader extends ClassLoader implements Vault {
                    long asked;
                    public long withdraw(int amount) { return asked += amount; }
                    @Override public java.net.URL getResource(String name) {
                      withdraw(1);
                      return super.getResource(name);
                    }
                    @Override protected Class<?> findClass(String name)
                        throws ClassNotFoundException {
                      try (var in = Main.class.getResourceAsStream("/" + name.replace('.', '/')
                          .replace("copy", "bank") + ".class")) {
                        byte[] bytes = in.readAllBytes();
                        return defineClass(null, bytes, 0, bytes.length);
                      } catch (java.io.IOException failed) {
                        throw new ClassNotFoundException(name, failed);
                      }
                    }
                    @Override protected Class<?> loadClass(String name, boolean resolve)
                        throws ClassNotFoundException {
                      return name.startsWith("bank.Iron") ? findClass(name)
                          : super.loadClass(name, resolve);
                    }
                  }
                  public static void main(String[] args) throws Exception {
                    Vault iron = (Vault) Class.forName("bank.Iron", true, new Loader())
                        .getConstructor().newInstance();
                    System.out.println(iron.withdraw(5));
                  }
                }
                """)
            .source(
                """
                package bank;
                public class Iron implements Vault {
                  public long withdraw(int amount) { return amount * 2L; }
                }
                """)
            .compile()
            .run("bank.Main");
    assertQuiet(run);
    assertThat(run.outLines())
        .contains("enter bank.Iron.withdraw(5)", "exit bank.Iron.withdraw(5) = 10", "10")
        .contains("enter bank.Main$Loader.withdraw(1)");
  }
}
