package dev.tenon.verdict;

import static dev.tenon.verdict.Sample.COVERED;
import static dev.tenon.verdict.Sample.KEPT;
import static dev.tenon.verdict.Sample.LEDGER;
import static dev.tenon.verdict.Sample.OTHER;
import static dev.tenon.verdict.Sample.TILL;
import static dev.tenon.verdict.Sample.TRANSFER;
import static dev.tenon.verdict.Sample.seen;
import static dev.tenon.verdict.Sample.violation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationTextTest {

  @Test
  void a_precondition_shows_where_the_client_called() {
    assertThat(violation(Sample.uncovered()).text())
        .isEqualTo(
            """
            Precondition broken by the client (assuming the contract is right)
              seam      bank.Transfers.transfer
              requires  amount <= from.balance()
              because   an overdraft needs its own approval
              seen      amount = 142, from.balance() = 100
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers
              next      make the clause true before calling, or weaken it at Transfers.java:21""");
  }

  @Test
  void a_guarantee_shows_where_the_supplier_stands() {
    assertThat(violation(Sample.notKept()).text())
        .isEqualTo(
            """
            Guarantee broken by the supplier (assuming the contract is right)
              seam      bank.Transfers.transfer
              ensures   result.amount() == amount
              seen      result.amount() = 1, amount = 142
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers.transfer (InMemoryTransfers.java:33)
              next      mend the supplier, or weaken the guarantee at Transfers.java:24""");
  }

  @Test
  void an_unknown_client_says_why_it_is_unknown() {
    Violation violation = Violation.of(Sample.uncovered(), TRANSFER, Site.unknown(), LEDGER);

    assertThat(violation.text())
        .contains(
            """
              client    unknown (no application frame between the thread's root and the operation)
              supplier  ledger: bank.InMemoryTransfers
            """);
  }

  @Test
  void an_unknown_supplier_is_unknown() {
    Violation violation = Violation.of(Sample.notKept(), TRANSFER, TILL, Site.unknown());

    assertThat(violation.text()).contains("\n  supplier  unknown\n");
  }

  @Test
  void what_else_was_false_or_threw_is_listed() {
    NotEvaluable threw =
        new NotEvaluable(KEPT, Cause.threw(new NullPointerException("no from"), false));
    Evidence evidence = new Evidence(seen("amount", "142").seen(), List.of(OTHER), List.of(threw));
    Broken broken = new Broken(ClauseKind.PRECONDITION, COVERED, Party.CLIENT, evidence);

    assertThat(violation(broken).text())
        .isEqualTo(
            """
            Precondition broken by the client (assuming the contract is right)
              seam      bank.Transfers.transfer
              requires  amount <= from.balance()
              because   an overdraft needs its own approval
              seen      amount = 142
              also      !from.id().equals(to.id()) (Transfers.java:22)
              also      not evaluable: result.amount() == amount (Transfers.java:24), threw \
            java.lang.NullPointerException: no from
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers
              next      make the clause true before calling, or weaken it at Transfers.java:21""");
  }

  @Test
  void a_clause_that_threw_blames_the_contract() {
    Cause cause = Cause.threw(new ArithmeticException("/ by zero"), false);
    Undecided undecided = new Undecided(ClauseKind.PRECONDITION, COVERED, cause, Evidence.none());

    assertThat(violation(undecided).text())
        .isEqualTo(
            """
            Precondition undecided: the clause itself failed
              seam      bank.Transfers.transfer
              requires  amount <= from.balance()
              because   an overdraft needs its own approval
              cause     threw java.lang.ArithmeticException: / by zero
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers
              next      mend the clause at Transfers.java:21: it must be pure and must not throw""");
  }

  @Test
  void a_clause_that_moved_blames_the_contract() {
    Undecided undecided =
        new Undecided(ClauseKind.GUARANTEE, KEPT, Cause.moved(), seen("result.amount()", "142"));

    assertThat(violation(undecided).text())
        .isEqualTo(
            """
            Guarantee undecided: the clause changed its mind
              seam      bank.Transfers.transfer
              ensures   result.amount() == amount
              cause     moved: it was false, and true when asked again
              seen      result.amount() = 142
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers
              next      mend the clause at Transfers.java:24: it must be pure, and what it reads must \
            stay as it is meanwhile""");
  }

  @Test
  void a_clause_whose_client_cannot_be_told_blames_nobody() {
    Cause cause = Cause.unclear("is false for one view alone", "let both views ask the same");
    Undecided undecided = new Undecided(ClauseKind.PRECONDITION, COVERED, cause, Evidence.none());

    assertThat(violation(undecided).text())
        .startsWith("Precondition undecided: nobody can be blamed\n")
        .contains("\n  cause     is false for one view alone\n")
        .endsWith("\n  next      let both views ask the same at Transfers.java:21");
  }

  @Test
  void an_override_is_shown_with_the_clause_that_it_contradicts() {
    Broken broken =
        new Broken(
            ClauseKind.PRECONDITION,
            OTHER,
            Party.OVERRIDE,
            Evidence.none(),
            false,
            List.of(COVERED));

    assertThat(violation(broken).text())
        .isEqualTo(
            """
            Precondition broken by the override (it contradicts what it overrides)
              seam      bank.Transfers.transfer
              requires  !from.id().equals(to.id())
              against   amount <= from.balance() (Transfers.java:21)
              client    checkout: shop.Till.pay (Till.java:14)
              supplier  ledger: bank.InMemoryTransfers.transfer (InMemoryTransfers.java:33)
              next      let the override ask no more than the seam: weaken its precondition at \
            Transfers.java:22""");
  }

  @Test
  void a_latent_violation_says_that_this_supplier_accepts_the_call() {
    Broken broken =
        new Broken(
            ClauseKind.PRECONDITION, COVERED, Party.CLIENT, Evidence.none(), true, List.of());

    assertThat(violation(broken).text())
        .startsWith("Precondition broken by the client, latent (this supplier accepts the call");
  }

  @Test
  void a_clause_of_several_lines_is_shown_on_one() {
    Citation clause = new Citation("long", "amount > 0\n    && amount  <  9", "a\nb", "", 0);
    Broken broken = new Broken(ClauseKind.PRECONDITION, clause, Party.CLIENT, Evidence.none());

    assertThat(violation(broken).text())
        .contains("\n  requires  amount > 0 && amount  <  9\n", "\n  because   a b\n")
        .endsWith("or weaken it");
  }

  @Test
  void white_space_within_a_line_stays_as_written() {
    Citation clause = new Citation("c", "name.equals(\"a  b\")", "", "", 0);
    Broken broken = new Broken(ClauseKind.PRECONDITION, clause, Party.CLIENT, Evidence.none());

    assertThat(violation(broken).text()).contains("  requires  name.equals(\"a  b\")\n");
  }

  @Test
  void a_site_without_a_line_names_the_file_and_one_without_a_component_the_class() {
    Site client = new Site("", "shop.Till", "pay", "Till.java", -1);

    assertThat(Violation.of(Sample.uncovered(), TRANSFER, client, LEDGER).text())
        .contains("\n  client    shop.Till.pay (Till.java)\n");
  }

  @Test
  void every_kind_and_party_has_a_text() {
    for (ClauseKind kind : ClauseKind.values()) {
      for (Party party : Party.values()) {
        Broken broken = new Broken(kind, COVERED, party, Evidence.none());
        assertThat(violation(broken).text())
            .contains("\n  next      ")
            .contains("Transfers.java:21");
      }
    }
  }
}
