package dev.tenon.agent;

/** What is enforced, or announced as not enforced. */
enum Kind {
  /** A type with clauses about its suppliers, its own or those of a holder. */
  SEAM("seam"),

  /** What clients of a seam assume of it. */
  VIEW("view");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** The word of reports. */
  String word() {
    return word;
  }
}
