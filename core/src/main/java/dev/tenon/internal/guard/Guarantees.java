package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guarantees of one returning call with the operands that each declaration wants. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying would cost each failing call
record Guarantees(
    Plan plan,
    @Nullable Object result,
    Object self,
    @Nullable Object[] arguments,
    @Nullable Object[] old) {

  /** Asks the guarantees of every declaration that owes them. */
  List<Finding> ask(long bits, int from, int code) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < plan.terms().size(); i++) {
      Term term = plan.terms().get(i);
      if ((bits & 1L << i) == 0 && term.judgedEnsures() != 0) {
        findings.addAll(
            Inquiry.ask(
                i,
                term,
                term.checks().ensures(),
                term.judgedEnsures(),
                term.judgedEnsures(),
                i == from ? code : Code.UNASKED,
                operands(i)));
      }
    }
    return findings;
  }

  @Nullable Object[] operands(Finding finding) {
    return operands(finding.index());
  }

  /** (result unless void, self, arguments…, old values and failures of this declaration). */
  private @Nullable Object[] operands(int index) {
    Checks checks = plan.terms().get(index).checks();
    List<@Nullable Object> operands = new ArrayList<>();
    if (checks.erased().returnType() != void.class) {
      operands.add(result);
    }
    operands.add(self);
    for (Object argument : arguments) {
      operands.add(argument);
    }
    int first = 0;
    for (int i = 0; i < index; i++) {
      first += width(plan.terms().get(i).checks());
    }
    for (int i = 0; i < width(checks); i++) {
      operands.add(old[first + i]);
    }
    return operands.toArray();
  }

  private static int width(Checks checks) {
    Checks.@Nullable Capture capture = checks.capture();
    return capture == null ? 0 : capture.slots().size() + 1;
  }
}
