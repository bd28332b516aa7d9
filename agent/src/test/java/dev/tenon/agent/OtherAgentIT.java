package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JaCoCo before and behind this agent: it puts code of its own between the instructions. */
class OtherAgentIT {

  @TempDir Path directory;

  /**
   * With two declarations of which one accepts the call, the client's view decides. What woven code
   * does not know it must not guess: never the other view.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_call_of_which_the_view_is_unclear_blames_nobody(boolean isFirst) {
    String jacoco =
        "-javaagent:"
            + Path.of(System.getProperty("tenon.compilers"), "jacoco", "org.jacoco.agent.jar")
            + "=destfile="
            + directory.resolve("jacoco.exec");
    ForkedJvm jvm =
        new ForkedJvm(directory)
            .onClassPath(System.getProperty("java.class.path"))
            .processing()
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Strict { @Requires("n > 0") int take(int n); }
                """)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Lax { @Requires("n > -9") int take(int n); }
                """)
            .source(
                """
                package bank;
                import dev.tenon.Seams;
                public class Main {
                  static class Both implements Strict, Lax {
                    public int take(int n) { return n; }
                  }
                  public static void main(String[] args) {
                    Both both = new Both();
                    Strict strict = both;
                    Lax lax = both;
                    int sum = strict.take(1) + lax.take(1); lax.take(-1); strict.take(-1);
                    lax.take(-1);
                    strict.take(-1);
                    Seams.ledger().recent().forEach(
                        violation -> System.out.println(violation.blamed()));
                    try {
                      strict.take(-10);
                    } catch (AssertionError violation) {
                      System.out.println("refused by both");
                    }
                  }
                }
                """)
            .compile();
    if (isFirst) {
      jvm.flags(jacoco);
    } else {
      jvm.lastFlags(jacoco);
    }

    ForkedJvm.Run run = jvm.run("bank.Main");

    assertThat(run.err()).doesNotContain("error");
    assertThat(run.outLines())
        .containsExactly("CONTRACT", "CONTRACT", "CONTRACT", "CONTRACT", "refused by both");
    assertThat(directory.resolve("jacoco.exec")).isNotEmptyFile();
  }
}
