package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Classes of the JDK that are loaded first while the agent looks at another: one that the JVM was
 * just loading itself would stay broken for as long as it runs.
 */
class FirstTouchIT {

  private static final String SPY =
      """
      package bank;
      import java.lang.instrument.*;
      import java.util.*;
      public class Spy {
        static final List<String> TOUCHED = Collections.synchronizedList(new ArrayList<>());
        static final List<String> LOADED = Collections.synchronizedList(new ArrayList<>());
        public static void premain(String arguments, Instrumentation instrumentation) {
          StackWalker walker = StackWalker.getInstance();
          walker.walk(frames -> frames.filter(Spy::isTheAgents).count());
          instrumentation.addTransformer(new ClassFileTransformer() {
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
                java.security.ProtectionDomain domain, byte[] bytes) {
              if (loader == null && redefined == null) {
                LOADED.add(name);
                if (walker.walk(frames -> frames.filter(Spy::isTheAgents).count()) > 0) {
                  TOUCHED.add(name);
                }
              }
              return null;
            }
          });
        }
        static boolean isTheAgents(StackWalker.StackFrame frame) {
          return frame.getClassName().equals("dev.tenon.agent.Transformer");
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void nothing_that_linking_and_locking_need_is_touched_under_the_transformer() {
    ForkedJvm jvm =
        Product.processed(directory)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Vault {
                  @Requires("amount > 0") int take(int amount);
                }
                """)
            .source(SPY)
            .source(
                """
                package bank;
                public class Main {
                  static class Base { public int take(int amount) { return amount; } }
                  static class Adopting extends Base implements Vault {}
                  record Fixed(int amount) implements Vault {
                    public int take(int amount) { return amount; }
                  }
                  static String refused(Vault vault) {
                    try {
                      return "passed " + vault.take(-1);
                    } catch (AssertionError violation) {
                      return "refused";
                    }
                  }
                  public static void main(String[] args) {
                    System.out.println(refused(new Adopting()));
                    System.out.println(refused(new Fixed(1)));
                    System.out.println(refused(amount -> amount));
                    System.out.println(Spy.LOADED.size() > 50);
                    for (String name : Spy.TOUCHED) {
                      System.out.println("touched " + name);
                    }
                  }
                }
                """)
            .compile();
    ForkedJvm.Run run = jvm.lastFlags("-javaagent:" + jvm.agent("bank.Spy")).run("bank.Main");

    assertThat(run.outLines()).as(run.err()).startsWith("refused", "refused", "refused", "true");
    List<String> touched = run.outLines().subList(4, run.outLines().size());
    assertThat(touched)
        .as("something is touched, and so the spy sees it")
        .isNotEmpty()
        .noneMatch(line -> line.startsWith("touched java/lang/invoke/"))
        .noneMatch(line -> line.startsWith("touched java/util/concurrent/"))
        .noneMatch(line -> line.startsWith("touched java/lang/Virtual"));
  }
}
