package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that somebody signed. */
class SignedIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("result == old(amount)") int take(int amount);
      }
      """;

  @TempDir Path directory;

  /** The JVM refuses a class of another signer in a package: what is made there must not be one. */
  @Test
  void suppliers_in_a_signed_jar_are_checked_and_stay_signed() {
    ForkedJvm application =
        Product.processed(directory)
            .source(VAULT)
            .source(
                """
                package bank;
                public class Main {
                  static class Safe implements Vault {
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
                    System.out.println(Safe.class.getSigners().length + " signer");
                    System.out.println(new Safe().take(1));
                    System.out.println(refused(new Safe()));
                    System.out.println(refused(amount -> amount));
                    System.out.println(refused(dev.tenon.Seams.guard(Vault.class, new Safe())));
                    System.out.println(dev.tenon.Seams.status().errors());
                  }
                }
                """)
            .compile();
    String jar = application.jar("bank.jar").toString();
    String keys = directory.resolve("keys").toString();
    assertDone(
        application.execute(
            List.of(
                ForkedJvm.java("keytool"),
                "-genkeypair",
                "-alias",
                "bank",
                "-keyalg",
                "EC",
                "-dname",
                "CN=bank",
                "-storepass",
                "secret",
                "-keystore",
                keys)));
    assertDone(
        application.execute(
            List.of(
                ForkedJvm.java("jarsigner"),
                "-keystore",
                keys,
                "-storepass",
                "secret",
                jar,
                "bank")));
    ForkedJvm.Run run =
        application
            .onJars(
                List.of(
                    jar,
                    ForkedJvm.vocabulary(),
                    ForkedJvm.locationOf(dev.tenon.Seams.class),
                    ForkedJvm.locationOf(dev.tenon.linking.Joints.class),
                    ForkedJvm.locationOf(dev.tenon.model.Mode.class),
                    ForkedJvm.locationOf(org.slf4j.Logger.class)))
            .run("bank.Main");
    assertThat(run.outLines())
        .as(run.err())
        .containsExactly("1 signer", "1", "refused", "refused", "refused", "0");
  }

  private static void assertDone(ForkedJvm.Run run) {
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }
}
