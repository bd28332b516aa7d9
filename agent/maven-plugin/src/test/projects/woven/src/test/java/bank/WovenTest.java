package bank;

import static dev.tenon.testkit.TenonAssertions.assertThatViolation;

import dev.tenon.model.Party;
import dev.tenon.testkit.RequiresTenon;
import org.junit.jupiter.api.Test;

@RequiresTenon(seams = Vault.class)
class WovenTest {

  @Test
  void a_supplier_of_the_module_is_enforced() {
    assertThatViolation(() -> new CashVault().withdraw(-1)).blames(Party.CLIENT).of("withdraw");
  }

  @Test
  void a_supplier_of_the_tests_is_enforced() {
    assertThatViolation(() -> new Overdrawing().withdraw(1)).blames(Party.SUPPLIER).of("withdraw");
  }

  /** Gives and keeps. */
  private static final class Overdrawing implements Vault {

    @Override
    public long withdraw(long amount) {
      return amount;
    }

    @Override
    public long balance() {
      return 5;
    }
  }
}
