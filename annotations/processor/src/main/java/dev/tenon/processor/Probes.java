package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes code that never runs and that javac drops: one variable of inferred type for each
 * expression of a clause. A round later its types can be read without attributing anything aloud.
 *
 * <p>Where lambdas and patterns bring variables into scope the expression is replaced by a switch
 * that holds the variables, so that they are inside.
 */
final class Probes {

  /** The statement at which the types are read. */
  private static final String STOP = " ; ";

  private final ReadOperation operation;
  private final Map<String, String> shared = new HashMap<>();

  Probes(ReadOperation operation) {
    this.operation = operation;
    Map<String, String> variables = new HashMap<>();
    for (int clause = 0; clause < operation.clauses().size(); clause++) {
      ReadClause read = operation.clauses().get(clause);
      for (Term term : expressions(read.root())) {
        String own = variable(clause, term);
        shared.put(own, variables.computeIfAbsent(printer(read).print(term), code -> own));
      }
    }
  }

  /** The name of the method that probes an operation, or one place in a clause of it. */
  String method(int place) {
    return "probe$" + operation.number() + "$" + place;
  }

  /** One place at which variables are in scope: a whole clause, or a part of it. */
  record Place(int clause, Term top) {}

  /** The places inside clauses, in source order. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int clause = 0; clause < operation.clauses().size(); clause++) {
      int number = clause;
      operation
          .clauses()
          .get(clause)
          .root()
          .postOrder(
              term -> {
                if (term.opens()) {
                  places.add(new Place(number, term));
                }
              });
    }
    return places;
  }

  static String variable(int clause, Term term) {
    return "$p" + clause + "_" + term.id();
  }

  /** The variable that has the type of a term outside the places: equal expressions share one. */
  String shared(int clause, Term term) {
    String own = variable(clause, term);
    return shared.getOrDefault(own, own);
  }

  static String old(ReadOperation.Slot slot) {
    return "$o" + slot.number();
  }

  /** The body of the method for what needs no place of its own. */
  String whole() {
    StringBuilder body = new StringBuilder("if (false) { ");
    Set<Integer> done = new HashSet<>();
    for (int clause = 0; clause < operation.clauses().size(); clause++) {
      ReadClause read = operation.clauses().get(clause);
      for (Term term : expressions(read.root())) {
        if (term.sort() == Sort.OLD) {
          ReadOperation.Slot slot = operation.slot(read, term);
          if (done.add(slot.number())) {
            body.append(declared(slot));
          }
        } else if (shared(clause, term).equals(variable(clause, term))) {
          body.append(probe(read, clause, term));
        }
      }
    }
    return body.append(STOP).append("}").toString();
  }

  /** The body of the method for one place. */
  String inside(Place place) {
    ReadClause read = operation.clauses().get(place.clause());
    StringBuilder inner = new StringBuilder("(switch (0) { default -> { ");
    for (Term term : expressions(place.top())) {
      if (term.sort() != Sort.OLD) {
        inner.append(probe(read, place.clause(), term));
      }
    }
    inner.append(STOP).append("yield ").append(printer(read).print(place.top())).append("\n; } })");
    Printer printer =
        new Printer(
            read.text(),
            (term, self) -> term.id() == place.top().id() ? inner.toString() : atEntry(read, term));
    StringBuilder body = new StringBuilder("if (false) { ");
    Term top = read.root();
    for (Term old : read.olds()) {
      if (contains(old, place.top())) {
        top = old.children().get(0);
      } else {
        body.append(declaredOnce(body, operation.slot(read, old)));
      }
    }
    return body.append("var $whole = ").append(printer.print(top)).append("\n; }").toString();
  }

  private static boolean contains(Term outer, Term searched) {
    boolean[] found = {false};
    outer.postOrder(term -> found[0] |= term.id() == searched.id());
    return found[0];
  }

  private String declaredOnce(CharSequence before, ReadOperation.Slot slot) {
    String code = declared(slot);
    return before.toString().contains(code) ? "" : code;
  }

  private String declared(ReadOperation.Slot slot) {
    return "var " + old(slot) + " = " + printer(slot.clause()).print(slot.argument()) + "\n; ";
  }

  private String probe(ReadClause read, int clause, Term term) {
    return "var " + variable(clause, term) + " = " + printer(read).print(term) + "\n; ";
  }

  private Printer printer(ReadClause read) {
    return new Printer(read.text(), (term, self) -> atEntry(read, term));
  }

  private @org.jspecify.annotations.Nullable String atEntry(ReadClause read, Term term) {
    return term.sort() == Sort.OLD ? old(operation.slot(read, term)) : null;
  }

  /** The expressions of a place to be probed, inner ones first. */
  static List<Term> expressions(Term top) {
    List<Term> found = new ArrayList<>();
    collect(top, top, false, found);
    return found;
  }

  private static void collect(Term term, Term top, boolean qualifier, List<Term> found) {
    if (term.opens() && !term.isSame(top)) {
      return;
    }
    for (int i = 0; i < term.children().size(); i++) {
      boolean before = i == 0 && isQualified(term);
      collect(term.children().get(i), top, before, found);
    }
    if (isProbed(term, qualifier)) {
      found.add(term);
    }
  }

  private static boolean isQualified(Term term) {
    return switch (term.sort()) {
      case SELECT, MEMBER_CALL, REFERENCE, FIELD, CONSTANT, TYPE -> true;
      default -> false;
    };
  }

  private static boolean isProbed(Term term, boolean qualifier) {
    return switch (term.sort()) {
      case LITERAL, PARAMETER, SELF, RESULT, LOCAL, PARENTHESES, LAMBDA, REFERENCE, TYPE, PART ->
          false;
      case UNARY, BINARY, INDEX -> false;
      case NAME -> !qualifier;
      case SELECT -> !qualifier || isValue(term.children().get(0));
      default -> true;
    };
  }

  /** Whether a qualifier is known to be a value: neither a type nor a package. */
  private static boolean isValue(Term term) {
    return switch (term.sort()) {
      case NAME, TYPE -> false;
      case SELECT -> term.text().equals("class") || isValue(term.children().get(0));
      default -> true;
    };
  }
}
