package shop;

/** One line of a statement file. */
sealed interface Entry {

  /** Where it stands in the file, from 1. */
  int line();

  /** Which way a transfer takes. */
  enum Route {
    STANDARD,
    EXPRESS
  }

  /**
   * A transfer that a customer ordered.
   *
   * @param line where it stands
   * @param route which way it takes
   * @param from the number of the account that pays
   * @param to the number of the account that receives
   * @param cents how much
   * @param memo what the statements say; null for nothing
   */
  record Order(int line, Route route, String from, String to, long cents, String memo)
      implements Entry {}

  /**
   * A line that is no transfer.
   *
   * @param line where it stands
   * @param reason what is wrong with it
   */
  record Malformed(int line, String reason) implements Entry {}
}
