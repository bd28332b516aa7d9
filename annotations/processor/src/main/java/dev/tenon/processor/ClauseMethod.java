package dev.tenon.processor;

import dev.tenon.model.Clause;

/**
 * The method that asks one clause.
 *
 * @param code its expression
 * @param operands what it takes
 */
record ClauseMethod(String code, Operands operands) {

  /** Of a clause that reads no old value. */
  static ClauseMethod of(ReadOperation operation, ReadClause clause) {
    String code = new Printer(clause.text(), (term, printer) -> null).print(clause.root());
    return new ClauseMethod(code, operation.written().operands(clause.role()).in(code));
  }

  /** Of a clause that may read captured values. */
  static ClauseMethod of(ReadOperation operation, ReadClause clause, Slots slots) {
    String code =
        clause.role() == Clause.Role.THROWS
            ? ofCondition(clause, slots)
            : new Printer(clause.text(), (term, self) -> slots.read(clause, term))
                .print(clause.root());
    Operands all = operation.written().operands(clause.role()).with(slots.operands());
    return new ClauseMethod(code, all.in(code));
  }

  /** A normal return is right if the exception need not have been thrown. */
  private static String ofCondition(ReadClause clause, Slots slots) {
    return clause.captured().isEmpty() ? "true" : "!" + slots.value(clause, clause.root());
  }

  String body() {
    return "return (" + code + "\n);";
  }
}
