package dev.tenon.model;

import java.util.List;

/**
 * How much one clause asks compared with another, as far as their structure shows.
 *
 * <p>Decided are equal clauses, comparisons of one expression with numbers, and what {@code &&},
 * {@code ||}, {@code !} and {@code ?:} make of these. Names are taken to mean the same in both, and
 * neither clause to throw.
 */
public enum Strength {
  /** Each holds whenever the other does. */
  EQUAL,
  /** The other holds whenever this one does. */
  STRONGER,
  /** This one holds whenever the other does. */
  WEAKER,
  /** Their structure does not show it. */
  UNKNOWN;

  /**
   * Compares a clause with another.
   *
   * @param tree the clause's tree
   * @param parameters the names of its operation's parameters
   * @param other the tree of the other clause
   * @param otherParameters the names of that operation's parameters: those at one position are one
   * @return how strong the clause is
   */
  public static Strength of(
      Node tree, List<String> parameters, Node other, List<String> otherParameters) {
    Implication implication = Implication.between(parameters, otherParameters);
    boolean forth = implication.holds(tree, other);
    boolean back = implication.reversed().holds(other, tree);
    if (forth) {
      return back ? EQUAL : STRONGER;
    }
    return back ? WEAKER : UNKNOWN;
  }
}
