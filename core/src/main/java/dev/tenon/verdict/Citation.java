package dev.tenon.verdict;

import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import java.io.Serializable;

/**
 * A clause as reports quote it.
 *
 * <p>Immutable.
 *
 * @param name its stable name, unique in its operation
 * @param text its text as written
 * @param because the reason as written; may be empty
 * @param file the name of the source file it stands in, without folders; empty when unknown
 * @param line its line in that file, from 1; 0 or less when unknown
 */
public record Citation(String name, String text, String because, String file, int line)
    implements Serializable {

  /**
   * Quotes a clause.
   *
   * @param contract the contract it stands in
   * @param clause the clause
   * @return the citation
   */
  public static Citation of(Contract contract, Clause clause) {
    return new Citation(
        clause.name(), clause.text(), clause.because(), contract.source(), clause.line());
  }
}
