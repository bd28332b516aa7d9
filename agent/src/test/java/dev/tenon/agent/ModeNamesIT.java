package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for modes whose names are those of nothing. */
class ModeNamesIT {

  private static final String NOTHING = "tenon: no clause is meant by mode.";

  private static final String NO_TYPE = "tenon: no type is meant by mode.";

  @TempDir Path directory;

  private List<String> warnings(String... rules) {
    ForkedJvm.Run run =
        Product.processed(directory)
            .agentArguments("banner=false,mode." + String.join(",mode.", rules))
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                import jakarta.validation.constraints.Positive;
                @Invariant(value = "total() >= 0", name = "solvent")
                public interface Vault {
                  @Requires(value = "amount < 100", name = "covered")
                  int take(@Positive int amount);
                  int take(@Positive long amount);
                  int total();
                }
                """)
            .source(
                """
                package bank;
                public class Main {
                  static class Safe implements Vault {
                    public int take(int amount) { return amount; }
                    public int take(long amount) { return 0; }
                    public int total() { return 0; }
                  }
                  public static void main(String[] args) {
                    System.out.println(new Safe().take(5) + new Safe().take(5L));
                    dev.tenon.Seams.policy().mode("bank.Vault", dev.tenon.model.Mode.OBSERVE);
                    System.out.println(new Safe().take(5));
                    System.out.println(dev.tenon.Seams.status().errors());
                  }
                }
                """)
            .onClassPath(ForkedJvm.locationOf(jakarta.validation.Valid.class))
            .compile()
            .run("bank.Main");
    assertThat(run.outLines()).as(run.err()).containsExactly("5", "5", "0");
    return run.err().lines().filter(line -> line.contains(" is meant by ")).sorted().toList();
  }

  @Test
  void each_is_said_once_with_what_was_meant() {
    assertThat(
            warnings(
                "bank.Vault.tke=observe",
                "bank.Vault.take#coverd=off",
                "bank.Vault.take#amout.Positive=off",
                "bank.Vault#covered=off",
                "bank.Valt=observe",
                "bank.Valt.take#covered=observe"))
        .containsExactly(
            NOTHING
                + "bank.Vault#covered=off (agent's arguments): bank.Vault has no clause 'covered',"
                + " did you mean 'bank.Vault.take#covered'?",
            NOTHING
                + "bank.Vault.take#coverd=off (agent's arguments): bank.Vault.take has no clause"
                + " 'coverd', did you mean 'bank.Vault.take#covered'?",
            NOTHING
                + "bank.Vault.tke=observe (agent's arguments): bank.Vault has no operation 'tke',"
                + " did you mean 'take'?",
            NO_TYPE
                + "bank.Valt.take#covered=observe (agent's arguments): there is no type bank.Valt"
                + " on the class path, did you mean 'bank.Vault'?",
            NO_TYPE
                + "bank.Valt=observe (agent's arguments): there is no type bank.Valt"
                + " on the class path, did you mean 'bank.Vault'?");
  }

  @Test
  void types_that_are_not_there_are_said_when_the_status_is_asked() {
    Run run =
        Product.processed(directory)
            .agentArguments(
                "banner=false,mode.shop.Nix=off,mode.Till.pay=off,mode.shop.Till.pay=enforce,"
                    + "mode.shop.Main=off,mode.shop..*=enforce,seams=shop.Nix,shop.Main,!shop.No")
            .source(
                """
                package shop;
                import dev.tenon.contract.Requires;
                public interface Till { @Requires("amount > 0") void pay(int amount); }
                """)
            .source(
                """
                package shop;
                public class Main {
                  public static void main(String[] args) {
                    dev.tenon.Seams.requireActive();
                    dev.tenon.Seams.requireActive();
                  }
                }
                """)
            .compile()
            .run("shop.Main");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("tenon: no type is meant by")))
        .containsExactlyInAnyOrder(
            "tenon: no type is meant by mode.shop.Nix=off (agent's arguments): there is no type"
                + " shop.Nix on the class path, did you mean 'shop.Till'?",
            "tenon: no type is meant by mode.Till.pay=off (agent's arguments): there is no type"
                + " Till on the class path, did you mean 'shop.Till'?",
            "tenon: no type is meant by seams=shop.Nix: there is no type shop.Nix on the class path,"
                + " did you mean 'shop.Till'?");
  }

  @Test
  void what_is_there_is_not() {
    assertThat(
            warnings(
                "bank.Vault=observe",
                "bank.Vault.take=observe",
                "bank.Vault.take#covered=observe",
                "bank.Vault.take#amount.Positive=observe",
                "bank.Vault.total=off",
                "bank.Vault#solvent=off",
                "bank.Vault.take#*=enforce",
                "bank.*#none=off",
                "bank.Main=off"))
        .isEmpty();
  }
}
