package bank;

import dev.tenon.Seams;

/** Breaks one call, and says what was recorded. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Seams.requireActive(Vault.class);
    try {
      new CashVault().withdraw(-1);
      System.out.println("passed");
    } catch (AssertionError broken) {
      System.out.println(broken.getMessage());
    }
    System.out.println("violations: " + Seams.ledger().violations());
  }
}
