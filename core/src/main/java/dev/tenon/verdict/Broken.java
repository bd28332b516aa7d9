package dev.tenon.verdict;

import dev.tenon.model.Party;
import java.util.List;

/**
 * A clause was false, and again when asked again.
 *
 * <p>Immutable.
 *
 * @param kind what the clause states
 * @param clause the clause
 * @param blamed whose fault it is
 * @param evidence the values seen, and what else was false
 * @param isLatent whether another declaration accepted the call, so that it breaks only on the next
 *     supplier
 * @param against the clauses of the other declaration that held, when the implementation's own
 *     contradicts it; what the seam promises, when a client relies on more; else empty
 */
public record Broken(
    ClauseKind kind,
    Citation clause,
    Party blamed,
    Evidence evidence,
    boolean isLatent,
    List<Citation> against)
    implements Verdict {

  /**
   * Keeps copies.
   *
   * @param kind what the clause states
   * @param clause the clause
   * @param blamed whose fault it is
   * @param evidence the values seen
   * @param isLatent whether another declaration accepted the call
   * @param against the contradicting clauses that held
   */
  public Broken {
    against = List.copyOf(against);
  }

  /**
   * A clause that no other declaration contradicts or weakens.
   *
   * @param kind what the clause states
   * @param clause the clause
   * @param blamed whose fault it is
   * @param evidence the values seen, and what else was false
   */
  public Broken(ClauseKind kind, Citation clause, Party blamed, Evidence evidence) {
    this(kind, clause, blamed, evidence, false, List.of());
  }
}
