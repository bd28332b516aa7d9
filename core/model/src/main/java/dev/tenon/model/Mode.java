package dev.tenon.model;

/** What happens when a clause is false, from the mildest to the strictest. */
public enum Mode {
  /** Nothing: the clause is not judged. */
  OFF,
  /** The violation is recorded and the call goes on. */
  OBSERVE,
  /** The violation is recorded and thrown. */
  ENFORCE
}
