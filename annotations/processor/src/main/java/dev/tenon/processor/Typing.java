package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.Map;
import javax.lang.model.element.Element;
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
    return type != null && type.getKind() == TypeKind.ERROR;
  }

  /** Whether every term that was asked for has a type. */
  boolean isSound() {
    boolean[] sound = {true};
    clause.root().postOrder(term -> sound[0] &= !isBroken(term));
    return sound[0];
  }

  /** The source name of the type of a term; empty where it has none. */
  String name(Term term) {
    TypeMirror type = of(term);
    if (type == null) {
      return term.sort() == Sort.LITERAL ? "null" : "";
    }
    return type.getKind() == TypeKind.ERROR ? "" : TypeNames.of(type);
  }

  /** The type element of a term's type, or null. */
  @Nullable Element element(Term term) {
    return of(term) instanceof javax.lang.model.type.DeclaredType declared
        ? declared.asElement()
        : null;
  }
}
