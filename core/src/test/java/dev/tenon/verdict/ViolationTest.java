package dev.tenon.verdict;

import static dev.tenon.verdict.Sample.COVERED;
import static dev.tenon.verdict.Sample.LEDGER;
import static dev.tenon.verdict.Sample.OTHER;
import static dev.tenon.verdict.Sample.TILL;
import static dev.tenon.verdict.Sample.TRANSFER;
import static dev.tenon.verdict.Sample.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.model.Party;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViolationTest {

  @Test
  void it_says_who_what_where_and_with_which_values() {
    Violation violation = violation(Sample.uncovered());

    assertThat(violation.blamed()).isEqualTo(Party.CLIENT);
    assertThat(violation.kind()).isEqualTo(ClauseKind.PRECONDITION);
    assertThat(violation.clause().name()).isEqualTo("covered");
    assertThat(violation.operation().seam()).isEqualTo("bank.Transfers");
    assertThat(violation.operation().name()).isEqualTo("transfer");
    assertThat(violation.client()).isEqualTo(TILL);
    assertThat(violation.supplier()).isEqualTo(LEDGER);
    assertThat(violation.isLatent()).isFalse();
    assertThat(violation.cause()).isEmpty();
  }

  @Test
  void evidence_keeps_its_order_and_cannot_be_changed() {
    Map<String, String> evidence = violation(Sample.uncovered()).evidence();

    assertThat(evidence.keySet()).containsExactly("amount", "from.balance()");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> evidence.put("amount", "0"));
  }

  @Test
  void an_undecided_clause_blames_the_contract() {
    Violation violation =
        violation(new Undecided(ClauseKind.PRECONDITION, COVERED, Cause.moved(), Evidence.none()));

    assertThat(violation.blamed()).isEqualTo(Party.CONTRACT);
    assertThat(violation.cause()).map(Cause::isMoved).contains(true);
  }

  @Test
  void it_survives_serialisation_inside_its_error() throws Exception {
    NotEvaluable threw = new NotEvaluable(OTHER, Cause.moved());
    Evidence evidence = Sample.with(Sample.uncovered().evidence(), List.of(OTHER), List.of(threw));
    Broken broken =
        new Broken(
            ClauseKind.PRECONDITION, COVERED, Party.OVERRIDE, evidence, true, List.of(OTHER));
    ContractViolation thrown = new ContractViolation(violation(broken));

    ContractViolation copy = copied(thrown);

    assertThat(copy).hasMessage(thrown.getMessage());
    assertThat(copy.violation()).usingRecursiveComparison().isEqualTo(thrown.violation());
    assertThat(copy.violation().text()).isEqualTo(thrown.violation().text());
  }

  @Test
  void the_message_of_its_error_is_its_text() {
    Violation violation = violation(Sample.uncovered());

    assertThat(new ContractViolation(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessage(violation.text())
        .hasMessage(violation.toString());
  }

  @Test
  void its_fingerprint_is_sixteen_hexadecimal_digits() {
    assertThat(violation(Sample.uncovered()).fingerprint()).matches("[0-9a-f]{16}");
  }

  @Test
  void values_texts_lines_and_classes_make_no_other_fingerprint() {
    Citation edited = new Citation("covered", "from.balance() >= amount", "", "T.java", 99);
    Broken broken =
        new Broken(ClauseKind.PRECONDITION, edited, Party.CLIENT, Sample.seen("amount", "7"));
    Site proxied = new Site("checkout", "shop.Till$$Proxy7", "run", "", 0);
    Site supplier = new Site("ledger", "jdk.proxy2.$Proxy12", "transfer", "", 0);

    assertThat(Violation.of(broken, TRANSFER, proxied, supplier).fingerprint())
        .isEqualTo(violation(Sample.uncovered()).fingerprint());
  }

  @Test
  void seam_operation_clause_kind_blame_and_components_each_make_another_fingerprint() {
    Broken broken = Sample.uncovered();
    Site elsewhere = new Site("web", "shop.Till", "pay", "Till.java", 14);
    Set<String> fingerprints = new HashSet<>();
    fingerprints.add(violation(broken).fingerprint());
    fingerprints.add(of(broken, "bank.Vault", "transfer"));
    fingerprints.add(of(broken, "bank.Transfers", "book"));
    fingerprints.add(violation(with(broken, OTHER, broken.kind(), broken.blamed())).fingerprint());
    fingerprints.add(
        violation(with(broken, COVERED, ClauseKind.ASSUMPTION, Party.CLIENT)).fingerprint());
    fingerprints.add(violation(with(broken, COVERED, broken.kind(), Party.OVERRIDE)).fingerprint());
    fingerprints.add(Violation.of(broken, TRANSFER, elsewhere, LEDGER).fingerprint());
    fingerprints.add(Violation.of(broken, TRANSFER, TILL, elsewhere).fingerprint());

    assertThat(fingerprints).hasSize(8);
  }

  private static String of(Broken broken, String seam, String operation) {
    return Violation.of(broken, new Violation.Operation(seam, operation), TILL, LEDGER)
        .fingerprint();
  }

  private static Broken with(Broken broken, Citation clause, ClauseKind kind, Party blamed) {
    return new Broken(kind, clause, blamed, broken.evidence());
  }

  private static ContractViolation copied(ContractViolation thrown) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ContractViolation) in.readObject();
    }
  }
}
