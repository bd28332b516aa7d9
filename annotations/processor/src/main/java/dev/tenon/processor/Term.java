package dev.tenon.processor;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a parsed clause whose names are resolved by scope; offsets count in the clause's text.
 *
 * @param id its number in the clause, in post-order
 * @param sort what it is
 * @param start where its text starts
 * @param end where its text ends
 * @param anchor where an error about it points
 * @param text its name or operator; empty where the sort says all
 * @param children its parts in source order, without overlaps
 * @param prefix what stands before it in generated code
 * @param code what stands for it in generated code; null for its own text
 * @param opens whether variables are in scope here that are not in scope around it
 */
record Term(
    int id,
    Sort sort,
    int start,
    int end,
    int anchor,
    String text,
    List<Term> children,
    String prefix,
    @Nullable String code,
    boolean opens) {

  /** What a term is. */
  enum Sort {
    LITERAL,
    PARAMETER,
    SELF,
    RESULT,
    OLD,
    LOCAL,
    /** A field of the declaring type or of a type around it. */
    FIELD,
    /** Such a field that is static and final. */
    CONSTANT,
    /** A simple name that scope does not know: a static import, a type, a package or an error. */
    NAME,
    /** {@code a.b}; the first child is {@code a}. */
    SELECT,
    /** A call without a receiver of its own. */
    CALL,
    /** {@code a.f(…)}; the first child is {@code a}. */
    MEMBER_CALL,
    UNARY,
    BINARY,
    CONDITIONAL,
    CAST,
    INSTANCEOF,
    INDEX,
    NEW,
    LAMBDA,
    REFERENCE,
    SWITCH,
    PARENTHESES,
    /** A type; nothing to evaluate. */
    TYPE,
    /** A pattern, a case or another part that is no expression. */
    PART
  }

  /** Whether it is an expression that has a type of its own. */
  boolean isTyped() {
    return switch (sort) {
      case LAMBDA, REFERENCE, TYPE, PART -> false;
      case LITERAL -> !text.equals("null");
      default -> true;
    };
  }

  /** The same term, errors pointing elsewhere. */
  Term at(int other) {
    return new Term(id, sort, start, end, other, text, children, prefix, code, opens);
  }

  /** Whether two terms of one clause are one. */
  boolean isSame(Term other) {
    return id == other.id;
  }

  /** The arguments of a call or constructor call. */
  List<Term> arguments() {
    return children.stream()
        .skip(sort == Sort.MEMBER_CALL ? 1 : 0)
        .filter(child -> child.sort != Sort.TYPE)
        .toList();
  }

  /** Calls the visitor for it and all below it, children first. */
  void postOrder(Consumer<Term> visitor) {
    children.forEach(child -> child.postOrder(visitor));
    visitor.accept(this);
  }
}
