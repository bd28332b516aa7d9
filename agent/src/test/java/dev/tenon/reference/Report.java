package dev.tenon.reference;

import dev.tenon.reference.Program.Clause;
import java.util.List;

/**
 * One violation as the ledger must have it.
 *
 * @param cause why nobody is blamed; empty when somebody is
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
    CONTRACT
  }

  enum Kind {
    PRECONDITION,
    GUARANTEE,
    INVARIANT,
    EXCEPTION
  }

  static Report of(
      Verdicts.Judgement judgement,
      Kind kind,
      String seam,
      String operation,
      String client,
      String supplier) {
    Blame blamed = kind == Kind.PRECONDITION ? Blame.CLIENT : Blame.SUPPLIER;
    return new Report(
        judgement.isBroken() ? blamed : Blame.CONTRACT,
        judgement.isBroken() ? "" : THREW,
        false,
        kind,
        seam + "." + operation,
        judgement.clause().name(),
        names(judgement.also()),
        names(judgement.unevaluable()),
        client,
        supplier);
  }

  private static List<String> names(List<Clause> clauses) {
    return clauses.stream().map(Clause::name).toList();
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
        + " client "
        + client
        + " supplier "
        + supplier;
  }
}
