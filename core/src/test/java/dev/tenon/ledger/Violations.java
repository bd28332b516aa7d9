package dev.tenon.ledger;

import dev.tenon.model.Party;
import dev.tenon.verdict.Broken;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.Evidence;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Undecided;
import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.Map;

/** Violations for the tests of this package. */
final class Violations {

  static final String SEAM = "bank.Vault";

  private static final Site TILL = new Site("checkout", "shop.Till", "pay", "Till.java", 14);
  private static final Site VAULT = new Site("ledger", "bank.SteelVault", "pay", "", 0);

  private Violations() {}

  static Violation of(String clause, Party blamed) {
    return of(broken(clause, blamed, "1", false));
  }

  static Violation seeing(String value) {
    return of(broken("covered", Party.CLIENT, value, false));
  }

  static Violation latent() {
    return of(broken("covered", Party.CLIENT, "1", true));
  }

  static Violation undecided(Cause cause) {
    return Violation.of(
        new Undecided(ClauseKind.PRECONDITION, citation("covered"), cause, Evidence.none()),
        new Violation.Operation(SEAM, "pay"),
        TILL,
        VAULT);
  }

  private static Broken broken(String clause, Party blamed, String value, boolean isLatent) {
    return new Broken(
        ClauseKind.PRECONDITION,
        citation(clause),
        blamed,
        Evidence.of(Map.of("amount", value)),
        isLatent,
        List.of());
  }

  private static Citation citation(String name) {
    return new Citation(name, "amount <= 100", "", "Vault.java", 9);
  }

  private static Violation of(Broken broken) {
    return Violation.of(broken, new Violation.Operation(SEAM, "pay"), TILL, VAULT);
  }
}
