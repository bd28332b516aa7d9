package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supplier that the JVM shows to no agent. */
class HiddenIT {

  @TempDir Path directory;

  @Test
  void a_hidden_class_is_announced_when_the_jvm_ends() {
    ForkedJvm.Run run =
        new ForkedJvm(directory)
            .onClassPath(System.getProperty("java.class.path"))
            .processing()
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Vault {
                  @Requires("amount > 0") int take(int amount);
                }
                """)
            .source(
                """
                package bank;
                import java.lang.invoke.MethodHandles;
                public class Main {
                  static class Template implements Vault {
                    public int take(int amount) { return amount; }
                  }
                  public static void main(String[] args) throws Exception {
                    byte[] bytes =
                        Main.class.getResourceAsStream("Main$Template.class").readAllBytes();
                    Vault vault = (Vault) MethodHandles.lookup().defineHiddenClass(bytes, true)
                        .lookupClass().getDeclaredConstructor().newInstance();
                    System.out.println(vault.take(-1));
                  }
                }
                """)
            .compile()
            .run("bank.Main");

    assertThat(run.outLines()).containsExactly("-1");
    assertThat(run.err())
        .containsOnlyOnce(
            "seam bank.Vault is not enforced: a hidden class implements it, which no agent can"
                + " weave (bank.Main$Template)");
  }
}
