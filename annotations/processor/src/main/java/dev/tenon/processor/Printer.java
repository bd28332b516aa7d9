package dev.tenon.processor;

import org.jspecify.annotations.Nullable;

/**
 * Writes terms as source: the user's own text, with names spelled as generated code needs them.
 *
 * @param text the text of the clause
 * @param substitution what stands for some terms
 */
record Printer(String text, Substitution substitution) {

  /** Says what stands for a term. */
  interface Substitution {

    /** The code for a term; null for the usual. */
    @Nullable String instead(Term term, Printer printer);
  }

  String print(Term term) {
    String other = substitution.instead(term, this);
    return other == null ? plain(term) : other;
  }

  /** The term as usual; what is below it may be substituted. */
  String plain(Term term) {
    if (term.code() != null) {
      return term.code();
    }
    StringBuilder code = new StringBuilder(term.prefix());
    int at = term.start();
    for (Term child : term.children()) {
      code.append(text, at, child.start()).append(print(child));
      at = child.end();
    }
    return code.append(text, at, term.end()).toString();
  }
}
