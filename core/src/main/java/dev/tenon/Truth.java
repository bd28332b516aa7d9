package dev.tenon;

/** What a clause says when it is asked. */
public enum Truth {
  /** It is true. */
  TRUE,
  /** It is false. */
  FALSE,
  /** It threw, so that it says nothing. */
  UNDECIDED
}
