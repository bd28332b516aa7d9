package dev.tenon.reference;

import java.util.List;

/**
 * One violation as the ledger must have it.
 *
 * @param cause why nobody is blamed; empty when somebody is
 * @param against what is promised beside a gap
 */
record Report(
    Blame blamed,
    String cause,
    boolean isLatent,
    Kind kind,
    String operation,
    String clause,
    List<String> also,
    List<String> unevaluable,
    List<String> against,
    String client,
    String supplier) {

  /** The causes why nobody is blamed. */
  static final String THREW = "THREW";

  static final String UNCLEAR = "UNCLEAR";

  static final String SHARED = "SHARED";

  static final String REENTRY = "REENTRY";

  enum Blame {
    CLIENT,
    SUPPLIER,
    OVERRIDE,
    CONTRACT,
    GAP
  }

  enum Kind {
    PRECONDITION,
    GUARANTEE,
    INVARIANT,
    EXCEPTION,
    ASSUMPTION
  }

  @Override
  public String toString() {
    return blamed
        + (cause.isEmpty() ? "" : " " + cause)
        + (isLatent ? " latent " : " ")
        + kind
        + " "
        + operation
        + "#"
        + clause
        + " also "
        + also
        + " unevaluable "
        + unevaluable
        + (blamed == Blame.GAP ? " against " + against : "")
        + " client "
        + client
        + " supplier "
        + supplier;
  }
}
