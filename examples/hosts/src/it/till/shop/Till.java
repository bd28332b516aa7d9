package shop;

import bank.Vault;
import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import rates.Rates;

/** The client of both seams. */
public class Till {

  private final Vault vault;
  private final Rates rates;

  public Till(Vault vault, Rates rates) {
    this.vault = vault;
    this.rates = rates;
  }

  /** Answers a request: pays an amount or, asked for none, says what Tenon knows. */
  public String answer(String query) {
    return query == null || query.isEmpty() ? contracts() : pay(Long.parseLong(query));
  }

  private String pay(long amount) {
    try {
      return "paid " + vault.withdraw(amount) * rates.of(amount);
    } catch (ContractViolation broken) {
      Violation violation = broken.violation();
      return String.join(
          " ",
          violation.blamed().name(),
          violation.operation().seam() + "." + violation.operation().name(),
          violation.clause().name(),
          violation.client().className() + "." + violation.client().method(),
          violation.supplier().className());
    }
  }

  private static String contracts() {
    return Seams.status().text()
        + System.lineSeparator()
        + Seams.ledger().summary()
        + System.lineSeparator()
        + Seams.ledger().errorTexts()
        + System.lineSeparator()
        + active();
  }

  private static String active() {
    try {
      Seams.requireActive();
      Seams.requireActive(Vault.class, Rates.class);
      return "active";
    } catch (IllegalStateException hole) {
      return hole.getMessage();
    }
  }
}
