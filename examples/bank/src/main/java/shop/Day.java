package shop;

import dev.tenon.Seams;
import dev.tenon.verdict.Violation;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import ledger.Accounts;

/** One day's business: pays what a statement file orders and prints what came of it. */
final class Day {

  private static final int ACCOUNTS = 40;
  private static final long OPENING_BALANCE = 1_200_00;

  private final PrintStream out;
  private final Accounts accounts = Accounts.opened(ACCOUNTS, OPENING_BALANCE);
  private final Till till = new Till(accounts);
  private final Findings findings = new Findings();
  private int made;
  private long moved;
  private int refused;
  private int malformed;

  Day(PrintStream out) {
    this.out = out;
  }

  void run(String name, List<Entry> entries) {
    say("%s, %s%n", name, enforced());
    for (Entry entry : entries) {
      // No pattern switch yet: the language level is 17.
      if (entry instanceof Entry.Order order) {
        pay(order);
      } else if (entry instanceof Entry.Malformed wrong) {
        malformed++;
        say("%nline %d is malformed: %s%n", wrong.line(), wrong.reason());
      }
    }
    say("%n%,7d transfers made, %s moved%n", made, euros(moved));
    say("%,7d transfers refused%n", refused);
    say("%,7d lines malformed%n", malformed);
    printKinds();
    printBooks();
  }

  private static String enforced() {
    return Seams.status().isAgentAttached()
        ? "contracts enforced"
        : "no agent attached: contracts are not enforced";
  }

  private void pay(Entry.Order order) {
    if (till.pay(order)) {
      made++;
      moved += order.cents();
    } else {
      refused++;
    }
    for (Violation violation : findings.fresh()) {
      say("%nline %d%n%s%n", order.line(), violation.text());
    }
  }

  private void printKinds() {
    if (findings.kinds().isEmpty()) {
      return;
    }
    say("%n%-10s%-17s%-12s%-11s%6s%n", "blame", "clause", "client", "supplier", "times");
    for (Findings.Kind kind : findings.kinds()) {
      Violation first = kind.first();
      say(
          "%-10s%-17s%-12s%-11s%6d%n",
          first.blamed(),
          first.clause().name(),
          first.client().component(),
          first.supplier().component(),
          kind.times());
    }
  }

  private void printBooks() {
    long off = accounts.total() - ACCOUNTS * OPENING_BALANCE;
    if (off == 0) {
      say("%nThe books balance at %s.%n", euros(accounts.total()));
    } else {
      say("%nThe books do not balance by %s.%n", euros(off));
    }
    if (accounts.overdrawn() > 0) {
      say("Overdrawn accounts: %d of %d.%n", accounts.overdrawn(), ACCOUNTS);
    }
  }

  private static String euros(long cents) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(cents, 2));
  }

  private void say(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
  }
}
