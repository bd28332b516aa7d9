package dev.tenon.processor;

/**
 * What is wrong with a clause or a declaration.
 *
 * @param offset where, in the file of the declaration
 * @param message what, and the nearest valid form
 */
record Complaint(int offset, String message) {

  /** What is wrong at one place of a clause's text; thrown while a clause is read. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int position;

    Refusal(int position, String message) {
      super(message, null, false, false);
      this.position = position;
    }

    Complaint in(ClauseText clause) {
      return new Complaint(clause.offsets().of(position), String.valueOf(getMessage()));
    }
  }
}
