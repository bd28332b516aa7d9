package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lives in the same JVM: the application's own libraries, other agents, this one again. */
class NeighboursIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") int take(int amount);
      }
      """;

  /** Registered behind Tenon, it sees what Tenon leaves; before it, it changes what comes. */
  private static final String SPY =
      """
      package bank;
      import java.lang.instrument.*;
      import java.util.*;
      import net.bytebuddy.jar.asm.*;
      public class Spy {
        static final Set<String> SEEN = Collections.synchronizedSet(new TreeSet<>());
        static final Set<String> CHANGED = Collections.synchronizedSet(new TreeSet<>());
        public static void premain(String arguments, Instrumentation instrumentation) {
          instrumentation.addTransformer(new ClassFileTransformer() {
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
                java.security.ProtectionDomain domain, byte[] bytes) {
              if (loader == null || name == null) {
                return null;
              }
              if (name.equals("bank/Plain")) {
                ClassWriter writer = new ClassWriter(0);
                new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9, writer) {
                  @Override public void visit(int version, int access, String of, String signature,
                      String superName, String[] interfaces) {
                    super.visit(version, access, of, signature, superName,
                        new String[] {"bank/Vault"});
                  }
                }, 0);
                return writer.toByteArray();
              }
              try (var in = loader.getResourceAsStream(name + ".class")) {
                if (in != null) {
                  SEEN.add(name);
                  if (!Arrays.equals(in.readAllBytes(), bytes)) {
                    CHANGED.add(name);
                  }
                }
              } catch (java.io.IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
              }
              return null;
            }
          }, true);
        }
        static long of(Set<String> names, String start) {
          return names.stream().filter(name -> name.startsWith(start)).count();
        }
      }
      """;

  private static final String REFUSED =
      """
      static String refused(Vault vault) {
        try {
          return "passed " + vault.take(-1);
        } catch (AssertionError violation) {
          return "refused";
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm application(String main) {
    return Product.processed(directory)
        .source(VAULT)
        .source("package bank;\n" + main.replace("REFUSED", REFUSED));
  }

  private static String byteBuddy() {
    return ForkedJvm.locationOf(ByteBuddy.class);
  }

  private static void assertSaid(ForkedJvm.Run run, String... lines) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines()).as(run.err()).containsExactly(lines);
  }

  @Test
  void an_application_sees_no_library_of_the_agent() {
    ForkedJvm jvm =
        application(
            """
            public class Main {
              REFUSED
              static String sees(String name) {
                boolean finds = Main.class.getResource("/" + name.replace('.', '/') + ".class") != null;
                try {
                  Class.forName(name);
                  return finds + " loads";
                } catch (ClassNotFoundException absent) {
                  return finds + " absent";
                }
              }
              public static void main(String[] args) {
                System.out.println(refused(amount -> amount));
                System.out.println(sees("net.bytebuddy.ByteBuddy"));
                System.out.println(sees("dev.tenon.agent.Start"));
                System.out.println(sees("dev.tenon.agent.Premain"));
              }
            }
            """);
    assertSaid(
        jvm.compile().run("bank.Main"), "refused", "false absent", "false absent", "true loads");
  }

  @Test
  void an_application_with_the_same_library_uses_its_own() {
    ForkedJvm jvm =
        application(
                """
                import net.bytebuddy.ByteBuddy;
                import net.bytebuddy.implementation.FixedValue;
                import net.bytebuddy.matcher.ElementMatchers;
                public class Main {
                  REFUSED
                  public static void main(String[] args) throws Exception {
                    Vault made = (Vault) new ByteBuddy().subclass(Object.class).implement(Vault.class)
                        .method(ElementMatchers.named("take")).intercept(FixedValue.value(7))
                        .make().load(Main.class.getClassLoader()).getLoaded()
                        .getConstructor().newInstance();
                    System.out.println(made.take(1) + " " + refused(made));
                    System.out.println(
                        ByteBuddy.class.getClassLoader() == Main.class.getClassLoader());
                  }
                }
                """)
            .onClassPath(byteBuddy());
    assertSaid(jvm.compile().run("bank.Main"), "7 refused", "true");
  }

  @Test
  void given_three_times_it_reports_once() {
    ForkedJvm jvm =
        application(
            """
            public class Main {
              REFUSED
              public static void main(String[] args) {
                dev.tenon.Seams.policy().mode("bank.*", dev.tenon.model.Mode.OBSERVE);
                System.out.println(refused(amount -> amount));
                System.out.println(dev.tenon.Seams.ledger().violations());
              }
            }
            """);
    ForkedJvm.Run run =
        jvm.agents(2)
            .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + ForkedJvm.agentJar())
            .compile()
            .run("bank.Main");
    assertSaid(run, "passed -1", "1");
    assertThat(run.err().lines()).filteredOn(line -> line.contains("seam known")).hasSize(1);
  }

  /** As when somebody packs the agent's jar into that of the application. */
  @Test
  void beside_a_copy_of_itself_on_the_class_path_it_starts_once() {
    ForkedJvm jvm =
        application(
            """
            public class Main {
              REFUSED
              public static void main(String[] args) {
                System.out.println(refused(amount -> amount));
              }
            }
            """);
    ForkedJvm.Run run = jvm.onClassPath(ForkedJvm.agentJar().toString()).compile().run("bank.Main");
    assertSaid(run, "refused");
    assertThat(run.err()).doesNotContain("tenon: ").containsOnlyOnce("Tenon: 1 violation");
  }

  @Test
  void nothing_of_its_own_is_woven() {
    ForkedJvm jvm =
        application(
                """
                public class Main {
                  REFUSED
                  static class Safe implements Vault {
                    public int take(int amount) { return amount; }
                  }
                  public static void main(String[] args) {
                    System.out.println(refused(new Safe()));
                    dev.tenon.Seams.requireActive();
                    System.out.println(Spy.of(Spy.SEEN, "dev/tenon/") > 100);
                    System.out.println(Spy.of(Spy.CHANGED, "dev/tenon/"));
                    System.out.println(Spy.CHANGED);
                  }
                }
                """)
            .source(SPY)
            .onClassPath(byteBuddy())
            .compile();
    jvm.lastFlags("-javaagent:" + jvm.agent("bank.Spy"));
    assertSaid(jvm.run("bank.Main"), "refused", "true", "0", "[bank/Main$Safe]");
  }

  /** What Tenon is given counts, and not what the class file says. */
  @Test
  void an_interface_that_another_agent_added_counts() {
    ForkedJvm jvm =
        application(
                """
                public class Main {
                  REFUSED
                  public static void main(String[] args) {
                    System.out.println(refused((Vault) (Object) new Plain()));
                  }
                }
                class Plain {
                  public int take(int amount) { return amount; }
                }
                """)
            .source(SPY)
            .onClassPath(byteBuddy())
            .compile();
    jvm.flags("-javaagent:" + jvm.agent("bank.Spy"));
    assertSaid(jvm.run("bank.Main"), "refused");
  }

  /** Its superclass is not loaded yet when it is, and its class file says nothing of the seam. */
  @Test
  void a_subclass_of_what_another_agent_changed_is_found() {
    ForkedJvm jvm =
        application(
                """
                public class Main {
                  REFUSED
                  public static void main(String[] args) {
                    Vault vault = (Vault) (Object) new Lower();
                    System.out.println(refused(vault));
                    dev.tenon.Seams.requireActive();
                    System.out.println(refused(vault));
                  }
                }
                class Plain {
                  public int take(int amount) { return amount; }
                }
                class Lower extends Plain {
                  @Override public int take(int amount) { return 2 * amount; }
                }
                """)
            .source(SPY)
            .onClassPath(byteBuddy())
            .compile();
    jvm.flags("-javaagent:" + jvm.agent("bank.Spy"));
    ForkedJvm.Run run = jvm.run("bank.Main");
    assertThat(run.outLines()).as(run.err()).containsExactly("passed -2", "refused");
    assertThat(run.err())
        .containsOnlyOnce("tenon: bank.Lower was loaded where its contract could not be seen");
  }

  /** Their class files are in no loader that could be asked by way of the class path. */
  @Test
  void what_another_agent_puts_above_every_loader_is_no_obstacle() {
    Path helper =
        new ForkedJvm(directory.resolve("helper"))
            .source(
                """
                package helper;
                public class Helper {
                  public interface Marked extends Runnable {}
                  public int twice(int n) { return 2 * n; }
                }
                """)
            .compile()
            .jar("helper.jar");
    ForkedJvm jvm =
        application(
                """
                public class Main {
                  REFUSED
                  static class Safe extends helper.Helper implements Vault, helper.Helper.Marked {
                    public int take(int amount) { return amount; }
                    public void run() {}
                  }
                  public static void premain(
                      String arguments, java.lang.instrument.Instrumentation instrumentation)
                      throws java.io.IOException {
                    instrumentation.appendToBootstrapClassLoaderSearch(
                        new java.util.jar.JarFile(System.getProperty("helper")));
                  }
                  public static void main(String[] args) {
                    System.out.println(helper.Helper.class.getClassLoader());
                    System.out.println(refused(new Safe()));
                    System.out.println(new Safe().twice(2));
                    System.out.println(dev.tenon.Seams.status().errors());
                  }
                }
                """)
            .onClassPath(helper.toString())
            .compile();
    jvm.onJars(without(helper));
    jvm.flags("-Dhelper=" + helper, "-javaagent:" + jvm.agent("bank.Main"));
    ForkedJvm.Run run = jvm.run("bank.Main");
    assertSaid(run, "null", "refused", "4", "0");
    assertThat(run.err()).doesNotContain("tenon: ");
  }

  private List<String> without(Path helper) {
    return List.of(
        directory.resolve("classes").toString(),
        ForkedJvm.vocabulary(),
        ForkedJvm.locationOf(dev.tenon.Seams.class),
        ForkedJvm.locationOf(dev.tenon.linking.Joints.class),
        ForkedJvm.locationOf(dev.tenon.model.Mode.class),
        ForkedJvm.locationOf(org.slf4j.Logger.class));
  }
}
