package dev.tenon.ledger;

import dev.tenon.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a ledger has seen, on one line. */
final class Summary {

  private Summary() {}

  static String of(Ledger ledger) {
    if (ledger.violations() + ledger.undecided() + ledger.errors() == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(violations(ledger));
    addUnlessZero(parts, ledger.undecided(), "undecided" + moved(ledger));
    addUnlessZero(parts, ledger.overflown(), "beyond the different ones that are counted");
    addUnlessZero(parts, ledger.dropped(), "dropped inside a clause");
    addUnlessZero(parts, ledger.skipped(), "skipped inside a clause");
    addUnlessZero(
        parts, ledger.errors(), (ledger.errors() == 1 ? "error" : "errors") + " of Tenon itself");
    return "Tenon: " + String.join("; ", parts);
  }

  private static String violations(Ledger ledger) {
    List<String> parties = new ArrayList<>();
    for (Party party : Party.values()) {
      if (party != Party.CONTRACT) {
        addUnlessZero(parties, ledger.violations(party), party.name().toLowerCase(Locale.ROOT));
      }
    }
    long all = ledger.violations();
    String count = all + (all == 1 ? " violation" : " violations");
    return parties.isEmpty() ? count : count + " (" + String.join(", ", parties) + ")";
  }

  private static String moved(Ledger ledger) {
    return ledger.moved() == 0 ? "" : " (" + ledger.moved() + " moved)";
  }

  private static void addUnlessZero(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
