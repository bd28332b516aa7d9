package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.model.Clause.Role;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended, with the operands that each clause about that wants.
 *
 * @param plan what is asked of it
 * @param bits the declarations that owe nothing, a bit each
 * @param thrown what it threw; null when it returned
 * @param result what it returned; null when it returned nothing
 * @param self the supplier; null for a static method
 * @param arguments the arguments as they were at entry
 * @param old the old values of all declarations one after the other, each with its kept failures
 *     last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying would cost each failing call
record Ending(
    Plan plan,
    long bits,
    @Nullable Throwable thrown,
    @Nullable Object result,
    @Nullable Object self,
    @Nullable Object[] arguments,
    @Nullable Object[] old) {

  /**
   * Asks all that is owed by those who owe it.
   *
   * @param from what was asked before and did not hold; null when nothing was asked
   * @param code what was answered
   */
  List<Finding> ask(@Nullable Duty from, int code) {
    List<Finding> findings = new ArrayList<>();
    if (thrown != null) {
      for (int i = 0; i < plan.terms().size(); i++) {
        Term term = plan.terms().get(i);
        if (isOwing(i) && term.closesList()) {
          findings.addAll(new Throwing(this, i, term).ask(thrown));
        }
      }
    }
    for (Duty duty : plan.duties()) {
      boolean isInvariant = duty.role() == Role.INVARIANT;
      boolean isOwed = isInvariant ? owesInvariants() : thrown == null && isOwing(duty.index());
      if (isOwed) {
        findings.addAll(
            Inquiry.ask(
                duty.index(),
                duty.term(),
                duty.side(),
                duty.clauses(),
                duty.clauses(),
                duty.equals(from) ? code : Code.UNASKED,
                operands(duty.index(), duty.role())));
      }
    }
    return findings;
  }

  /** Whether there is nothing to ask, since the client kept no declaration's terms. */
  boolean owesNothing() {
    for (int i = 0; i < plan.terms().size(); i++) {
      if (isOwing(i)) {
        return false;
      }
    }
    return plan.duties().stream().noneMatch(duty -> duty.role() == Role.INVARIANT)
        || !owesInvariants();
  }

  /**
   * The same with further declarations behind these, of which no old values were captured.
   *
   * @param supplier what they are asked of
   */
  Ending of(Plan wider, Object supplier) {
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(old));
    for (Term term : wider.terms().subList(plan.terms().size(), wider.terms().size())) {
      all.addAll(uncaptured(term.checks()));
    }
    return new Ending(wider, bits, thrown, result, supplier, arguments, all.toArray());
  }

  /** Something of the right types, for clauses that do not read it. */
  private static List<@Nullable Object> uncaptured(Checks checks) {
    Checks.@Nullable Capture capture = checks.capture();
    if (capture == null) {
      return List.of();
    }
    List<@Nullable Object> slots = new ArrayList<>();
    for (MethodHandle slot : capture.slots()) {
      slots.add(Array.get(Array.newInstance(slot.type().returnType(), 1), 0));
    }
    slots.add(new Throwable[capture.slots().size()]);
    return slots;
  }

  /** What a client relies on is owed where all that was asked at entry held. */
  private boolean isOwing(int index) {
    long missed = plan.terms().get(index).checks().isOfView() ? bits : bits & 1L << index;
    return missed == 0;
  }

  /** A client that broke every declaration's terms may have broken the object as well. */
  private boolean owesInvariants() {
    if (plan.implementation().isConstructor()
        && (self == null || thrown != null || !plan.implementation().isWhole(self))) {
      return false;
    }
    boolean areAllOwing = true;
    boolean isAnyOwing = false;
    for (int i = 0; i < plan.terms().size(); i++) {
      Checks checks = plan.terms().get(i).checks();
      if (!checks.isOfView()) {
        areAllOwing &= isOwing(i);
        isAnyOwing |= !checks.requires().clauses().isEmpty() && isOwing(i);
      }
    }
    return areAllOwing || isAnyOwing;
  }

  @Nullable Object[] operands(Finding finding) {
    return operands(finding.index(), finding.clause().role());
  }

  /** (result where it counts, self, arguments…, old values and failures of this declaration). */
  @Nullable Object[] operands(int index, Role role) {
    Checks checks = plan.terms().get(index).checks();
    List<@Nullable Object> operands = new ArrayList<>();
    if (role == Role.ENSURES && checks.erased().returnType() != void.class) {
      operands.add(result);
    }
    operands.add(self);
    if (role == Role.INVARIANT) {
      return operands.toArray();
    }
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
