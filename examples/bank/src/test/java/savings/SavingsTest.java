package savings;

import dev.tenon.testkit.ContractSuite;

/** All that the contract of a savings account says, shown of the right supplier. */
@ContractSuite(value = Savings.class, seed = 1, tries = 50, sequences = 20)
class SavingsTest {

  Savings fresh() {
    return new StandardSavings();
  }
}
