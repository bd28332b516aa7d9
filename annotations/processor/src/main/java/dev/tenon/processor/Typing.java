package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The types of the terms of one clause, in one round.
 *
 * @param clause the clause
 * @param types what was read, by the number of the term
 * @param literals what types literals have
 */
record Typing(ReadClause clause, Map<Integer, TypeMirror> types, Literals literals) {

  /** The type of a term; null where it has none. */
  @Nullable TypeMirror of(Term term) {
    return switch (term.sort()) {
      case LITERAL -> literals.type(term.text());
      case PARENTHESES -> of(term.children().get(0));
      default -> types.get(term.id());
    };
  }

  /** Whether the compiler refused a term. */
  boolean isBroken(Term term) {
    TypeMirror type = types.get(term.id());
    return type != null && isBroken(type);
  }

  /** Whether a type stands for an error. */
  boolean isBroken(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.NONE;
  }

  /** The source name of the type of a term; empty where it has none. */
  String name(Term term) {
    TypeMirror type = of(term);
    if (type == null) {
      return term.sort() == Sort.LITERAL ? "null" : "";
    }
    return isBroken(type) ? "" : TypeNames.of(type);
  }
}
