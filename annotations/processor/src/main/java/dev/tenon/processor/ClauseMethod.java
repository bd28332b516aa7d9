package dev.tenon.processor;

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

  /** Of a clause that may read old values. */
  static ClauseMethod of(ReadOperation operation, ReadClause clause, Slots slots) {
    Printer printer = new Printer(clause.text(), (term, self) -> slots.read(clause, term));
    String code = printer.print(clause.root());
    Operands all = operation.written().operands(clause.role()).with(slots.operands());
    return new ClauseMethod(code, all.in(code));
  }

  String body() {
    return "return (" + code + "\n);";
  }
}
