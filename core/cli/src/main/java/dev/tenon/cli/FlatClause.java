package dev.tenon.cli;

import dev.tenon.StatedClause;
import dev.tenon.model.Clause;

/**
 * A clause as it binds a seam.
 *
 * @param role what it is
 * @param name its name
 * @param text as written; of a constraint its annotation and what it is about
 * @param because the reason; may be empty
 * @param exception the binary name of the exception that it is about; may be empty
 * @param file the source file in which it stands
 * @param line the line there; 0 when it is not known
 * @param declaring the binary name of the type that it is about
 * @param isInherited whether that is not the seam itself
 * @param isConstraint whether it is a constraint of Bean Validation
 */
record FlatClause(
    Clause.Role role,
    String name,
    String text,
    String because,
    String exception,
    String file,
    int line,
    String declaring,
    boolean isInherited,
    boolean isConstraint) {

  static FlatClause of(StatedClause stated, Class<?> seam) {
    Clause clause = stated.clause();
    return new FlatClause(
        clause.role(),
        clause.name(),
        clause.text(),
        clause.because(),
        clause.exception(),
        stated.source(),
        clause.line(),
        stated.declaring().getName(),
        stated.declaring() != seam,
        stated.isConstraint());
  }

  /** Where it stands, for people. */
  String place() {
    return line > 0 ? file + ":" + line : file;
  }

  /** What it demands, as a line for people. */
  String demand() {
    String type = exception.substring(exception.lastIndexOf('.') + 1).replace('$', '.');
    return switch (role) {
      case REQUIRES, ENSURES, INVARIANT -> text;
      case THROWS -> text.isEmpty() ? type : type + " when " + text;
      case AFTER -> "after " + type + ": " + text;
    };
  }

  /** The word that the text form begins with. */
  String verb() {
    return switch (role) {
      case REQUIRES -> "requires";
      case ENSURES -> "ensures";
      case THROWS -> "throws";
      case AFTER -> "ensures";
      case INVARIANT -> "invariant";
    };
  }
}
