package dev.tenon.testkit.suite;

/** What an unchecked exception means that no clause speaks of, although all preconditions held. */
public enum Undeclared {
  /** It fails the suite: a precondition is missing, or the supplier is wrong. */
  FAILS,
  /** It is allowed. */
  ALLOWED
}
