package bank;

import static dev.tenon.testkit.TenonAssertions.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Party;
import dev.tenon.testkit.RequiresTenon;
import org.junit.jupiter.api.Test;

@RequiresTenon(seams = Vault.class)
class VaultIT {

  @Test
  void a_negative_amount_is_the_clients_fault() {
    assertThatViolation(() -> new CashVault().withdraw(-1)).blames(Party.CLIENT).of("withdraw");
  }

  @Test
  void what_the_pom_says_itself_is_kept() {
    assertThat(System.getProperty("kept")).isEqualTo("yes");
  }
}
