package dev.tenon.processor;

import dev.tenon.model.Clause;
import java.util.List;

/**
 * An operation that carries clauses, as text; the invariants of a type are one.
 *
 * @param name the method's name, or what stands for it in a contract
 * @param descriptor its erased descriptor
 * @param form what the clauses stand on
 * @param signature what generated methods take
 * @param result the type returned, as source; {@code void} for none
 * @param sensitiveParameters the parameters whose values must not be shown
 * @param sensitiveResult whether the result must not be shown
 * @param suppressed whether warnings of this processor are suppressed here
 * @param clauses the clauses in source order
 */
record OperationText(
    String name,
    String descriptor,
    Form form,
    Signature signature,
    String result,
    List<String> sensitiveParameters,
    boolean sensitiveResult,
    boolean suppressed,
    List<ClauseText> clauses) {

  boolean returnsValue() {
    return !result.equals("void");
  }

  /** What a method of a role takes, old values left out. */
  Operands operands(Clause.Role role) {
    return role == Clause.Role.ENSURES ? atExit() : signature.operands();
  }

  /** The result, if there is one, and what was passed at entry. */
  Operands atExit() {
    Operands entry = signature.operands();
    return returnsValue()
        ? new Operands(List.of(new Signature.Parameter("result", result))).with(entry.all())
        : entry;
  }
}
