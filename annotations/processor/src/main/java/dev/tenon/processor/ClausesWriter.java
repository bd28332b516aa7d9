package dev.tenon.processor;

import dev.tenon.model.Clause;

/** Writes the first companion: the predicates that need no types, and the probes for types. */
final class ClausesWriter {

  static final String SUFFIX = "$$Clauses";

  private final ReadContract contract;
  private final CompanionText text;

  ClausesWriter(ReadContract contract) {
    this.contract = contract;
    this.text = new CompanionText(contract.declaration(), SUFFIX);
  }

  String write() {
    for (ReadOperation operation : contract.operations()) {
      for (ReadClause clause : operation.clauses()) {
        if (!clause.usesOld()) {
          predicate(operation, clause);
        }
      }
      probes(operation);
    }
    return text.close();
  }

  private void predicate(ReadOperation operation, ReadClause clause) {
    Signature signature = operation.written().signature();
    boolean result = clause.role() == Clause.Role.ENSURES && operation.written().returnsValue();
    text.comment(clause);
    text.method(
        signature.generics() + "boolean " + operation.method(clause),
        (result ? operation.written().result() + " result, " : "") + signature.declared(),
        "return ("
            + new Printer(clause.text(), (term, printer) -> null).print(clause.root())
            + "\n);");
  }

  private void probes(ReadOperation operation) {
    Probes probes = new Probes(operation);
    probe(operation, probes.method(0), probes.whole());
    int number = 1;
    for (Probes.Place place : probes.places()) {
      text.comment(operation.clauses().get(place.clause()));
      probe(operation, probes.method(number++), probes.inside(place));
    }
  }

  private void probe(ReadOperation operation, String name, String body) {
    Signature signature = operation.written().signature();
    String result =
        operation.written().returnsValue() ? operation.written().result() + " result, " : "";
    text.hidden(signature.generics() + "void " + name, result + signature.declared(), body);
  }
}
