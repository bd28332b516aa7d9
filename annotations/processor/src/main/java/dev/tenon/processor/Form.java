package dev.tenon.processor;

/** What clauses stand on. */
enum Form {
  /** A method of instances. */
  METHOD,
  /** A static method: there is no {@code this}. */
  STATIC_METHOD,
  /** A constructor: there is no {@code this} at entry. */
  CONSTRUCTOR,
  /** A type: its clauses are invariants. */
  TYPE
}
