package dev.tenon.processor;

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
        if (clause.isPlain()) {
          method(operation, clause);
        }
      }
      probes(operation);
    }
    return text.close();
  }

  private void method(ReadOperation operation, ReadClause clause) {
    ClauseMethod method = ClauseMethod.of(operation, clause);
    text.comment(clause);
    text.method(
        operation.written().signature().generics() + "boolean " + operation.method(clause),
        method.operands().declared(),
        method.body());
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
    OperationText written = operation.written();
    text.hidden(written.signature().generics() + "void " + name, written.atExit().declared(), body);
  }
}
