package dev.tenon.verdict;

/** What sort of requirement a clause states. */
public enum ClauseKind {
  /** Owed by the client at entry. */
  PRECONDITION("Precondition", "requires"),
  /** Owed by the supplier on normal return. */
  GUARANTEE("Guarantee", "ensures"),
  /** Owed by the supplier between calls. */
  INVARIANT("Invariant", "invariant"),
  /** Owed by the supplier when the call throws. */
  EXCEPTION("Exception clause", "throws"),
  /** What a client's view relies on. */
  ASSUMPTION("Assumption", "assumes");

  private final String title;
  private final String label;

  ClauseKind(String title, String label) {
    this.title = title;
    this.label = label;
  }

  /** How a headline begins. */
  String title() {
    return title;
  }

  /** What stands before the text of the clause. */
  String label() {
    return label;
  }
}
