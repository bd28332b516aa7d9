package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.model.Party;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.ClauseKind;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on a violation, thrown or recorded. */
final class ViolationAssert extends AbstractAssert<ViolationAssert, Violation> {

  private ViolationAssert(Violation violation) {
    super(violation, ViolationAssert.class);
  }

  static ViolationAssert assertThatViolation(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(ContractViolation.class);
    return new ViolationAssert(((ContractViolation) thrown).violation());
  }

  /** Runs a call that must end normally, and gives what was recorded meanwhile. */
  static List<Violation> recordedBy(ThrowingCallable call) {
    long before = recorded();
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isNull();
    long recorded = recorded() - before;
    List<Violation> recent = Seams.ledger().recent();
    return recent.subList(recent.size() - (int) recorded, recent.size());
  }

  private static long recorded() {
    return Seams.ledger().violations() + Seams.ledger().undecided();
  }

  static ViolationAssert assertThatRecord(ThrowingCallable call) {
    List<Violation> recorded = recordedBy(call);
    assertThat(recorded).hasSize(1);
    return new ViolationAssert(recorded.get(0));
  }

  ViolationAssert blames(Party party) {
    assertThat(actual.blamed()).isEqualTo(party);
    return this;
  }

  ViolationAssert isA(ClauseKind kind) {
    assertThat(actual.kind()).isEqualTo(kind);
    return this;
  }

  ViolationAssert of(String operation) {
    assertThat(actual.operation().name()).isEqualTo(operation);
    return this;
  }

  ViolationAssert quoting(String text) {
    assertThat(actual.clause().text()).isEqualTo(text);
    return this;
  }

  ViolationAssert seeing(String expression, String value) {
    assertThat(actual.evidence()).containsEntry(expression, value);
    return this;
  }

  ViolationAssert seeingOnly(String... expressions) {
    assertThat(actual.evidence().keySet()).containsExactly(expressions);
    return this;
  }

  ViolationAssert alsoFalse(String... texts) {
    assertThat(actual.also()).extracting(Citation::text).containsExactly(texts);
    return this;
  }

  ViolationAssert notEvaluable(String... texts) {
    assertThat(actual.notEvaluable())
        .extracting(each -> each.clause().text())
        .containsExactly(texts);
    return this;
  }

  ViolationAssert client(Class<?> type, String method) {
    assertThat(actual.client().className()).isEqualTo(type.getName());
    assertThat(actual.client().method()).isEqualTo(method);
    return this;
  }

  ViolationAssert unknownClient() {
    assertThat(actual.client().isKnown()).isFalse();
    return this;
  }

  ViolationAssert supplier(Class<?> type) {
    assertThat(actual.supplier().className()).isEqualTo(type.getName());
    return this;
  }

  Violation violation() {
    return actual;
  }
}
