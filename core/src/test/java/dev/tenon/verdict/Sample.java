package dev.tenon.verdict;

import dev.tenon.model.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The handoff of which the tests of this package tell: a till that asks a ledger for a transfer.
 */
final class Sample {

  static final Violation.Operation TRANSFER = new Violation.Operation("bank.Transfers", "transfer");

  static final Citation COVERED =
      new Citation(
          "covered",
          "amount <= from.balance()",
          "an overdraft needs its own approval",
          "Transfers.java",
          21);
  static final Citation OTHER =
      new Citation("distinct", "!from.id().equals(to.id())", "", "Transfers.java", 22);
  static final Citation KEPT =
      new Citation("kept", "result.amount() == amount", "", "Transfers.java", 24);

  static final Site TILL = new Site("checkout", "shop.Till", "pay", "Till.java", 14);
  static final Site LEDGER =
      new Site("ledger", "bank.InMemoryTransfers", "transfer", "InMemoryTransfers.java", 33);

  private Sample() {}

  static Evidence seen(String... expressionsAndValues) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (int i = 0; i < expressionsAndValues.length; i += 2) {
      seen.put(expressionsAndValues[i], expressionsAndValues[i + 1]);
    }
    return Evidence.of(seen);
  }

  static Broken uncovered() {
    return new Broken(
        ClauseKind.PRECONDITION,
        COVERED,
        Party.CLIENT,
        seen("amount", "142", "from.balance()", "100"));
  }

  static Broken notKept() {
    return new Broken(
        ClauseKind.GUARANTEE, KEPT, Party.SUPPLIER, seen("result.amount()", "1", "amount", "142"));
  }

  static Violation violation(Broken broken) {
    return Violation.of(broken, TRANSFER, TILL, LEDGER);
  }

  static Violation violation(Undecided undecided) {
    return Violation.of(undecided, TRANSFER, TILL, LEDGER);
  }

  static Evidence with(Evidence evidence, List<Citation> also, List<NotEvaluable> notEvaluable) {
    return new Evidence(evidence.seen(), also, notEvaluable);
  }
}
