package dev.tenon.internal.constraint;

/** A constraint that stands where it may not, or has members that it may not have. */
final class MisplacedException extends Exception {

  private static final long serialVersionUID = 1L;

  MisplacedException(String problem) {
    super(problem);
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
