package dev.tenon.verdict;

import dev.tenon.model.Clause;
import java.io.Serializable;

/**
 * A clause as reports quote it.
 *
 * <p>Immutable.
 *
 * @param name its stable name, unique in its operation
 * @param lead what stands before its text in a report: the exception that an exception clause is
 *     about; else empty
 * @param text its text as written; empty for an exception clause without a condition
 * @param because the reason as written; may be empty
 * @param file the name of the source file it stands in, without folders; empty when unknown
 * @param line its line in that file, from 1; 0 or less when unknown
 */
public record Citation(String name, String lead, String text, String because, String file, int line)
    implements Serializable {

  /**
   * A clause that is about no exception.
   *
   * @param name its stable name, unique in its operation
   * @param text its text as written
   * @param because the reason as written; may be empty
   * @param file the name of the source file it stands in, without folders; empty when unknown
   * @param line its line in that file, from 1; 0 or less when unknown
   */
  public Citation(String name, String text, String because, String file, int line) {
    this(name, "", text, because, file, line);
  }

  /**
   * Quotes a clause.
   *
   * @param source the name of the source file it stands in, without folders
   * @param clause the clause
   * @return the citation
   */
  public static Citation of(String source, Clause clause) {
    return new Citation(
        clause.name(), lead(clause), clause.text(), clause.because(), source, clause.line());
  }

  private static String lead(Clause clause) {
    String type = clause.exception();
    String exception = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return switch (clause.role()) {
      case REQUIRES, ENSURES, INVARIANT -> "";
      case THROWS -> clause.text().isEmpty() ? exception : exception + " when ";
      case AFTER -> exception + ", and then ";
    };
  }
}
