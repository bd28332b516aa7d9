package dev.tenon.processor;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import dev.tenon.processor.ClauseParser.Parsed;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the terms of one clause and counts them. */
final class Terms {

  private final Parsed parsed;
  private int count;

  Terms(Parsed parsed) {
    this.parsed = parsed;
  }

  int start(Tree tree) {
    return parsed.start(tree);
  }

  String text(Tree tree) {
    return parsed.text().substring(parsed.start(tree), parsed.end(tree));
  }

  String folded(Term term) {
    return Tokens.folded(parsed.text().substring(term.start(), term.end()));
  }

  Term leaf(Tree tree, Sort sort, String text, @Nullable String code) {
    int start = parsed.start(tree);
    return new Term(
        count++, sort, start, parsed.end(tree), start, text, List.of(), "", code, false);
  }

  Term of(Tree tree, Sort sort, String text, List<Term> children) {
    return at(parsed.start(tree), tree, sort, text, children);
  }

  Term at(int anchor, Tree tree, Sort sort, String text, List<Term> children) {
    return new Term(
        count++,
        sort,
        parsed.start(tree),
        parsed.end(tree),
        anchor,
        text,
        List.copyOf(children),
        "",
        null,
        false);
  }

  Term call(Tree tree, String name, List<Term> arguments, String receiver) {
    int start = parsed.start(tree);
    List<Term> children = List.copyOf(arguments);
    return new Term(
        count++, Sort.CALL, start, parsed.end(tree), start, name, children, receiver, null, false);
  }

  /** A type; its children are the names in it that generated code spells otherwise. */
  Term type(Tree tree, Names names) {
    return of(tree, Sort.TYPE, text(tree), respelled(tree, names));
  }

  /** A pattern or label. */
  Term part(Tree tree, Names names) {
    return of(tree, Sort.PART, text(tree), respelled(tree, names));
  }

  private List<Term> respelled(Tree tree, Names names) {
    List<Term> found = new ArrayList<>();
    for (IdentifierTree name : Bindings.namesIn(tree)) {
      if (parsed.end(name) < 0) {
        continue;
      }
      String spelled = names.type(name.getName().toString(), parsed.start(name));
      if (spelled != null) {
        found.add(leaf(name, Sort.TYPE, name.getName().toString(), spelled));
      }
    }
    return found;
  }

  /**
   * A case label: constants of the declaring type are spelled in full, those of an enum are not.
   */
  Term label(Tree tree, Names names) {
    List<Term> found = new ArrayList<>();
    for (IdentifierTree name : Bindings.namesIn(tree)) {
      if (parsed.end(name) >= 0) {
        String spelled = names.label(name.getName().toString(), parsed.start(name));
        if (spelled != null) {
          found.add(leaf(name, Sort.TYPE, name.getName().toString(), spelled));
        }
      }
    }
    return of(tree, Sort.PART, text(tree), found);
  }

  Term opened(Term term) {
    return new Term(
        term.id(),
        term.sort(),
        term.start(),
        term.end(),
        term.anchor(),
        term.text(),
        term.children(),
        term.prefix(),
        term.code(),
        true);
  }

  /** Where an operator stands between its operands. */
  int operator(List<Term> operands, String operator) {
    int after = operands.get(0).end();
    int found = parsed.text().indexOf(operator, after);
    return found < 0 || found > operands.get(1).start() ? after : found;
  }

  /** The term without the parentheses around it. */
  static Term inside(Term term) {
    Term at = term;
    while (at.sort() == Sort.PARENTHESES) {
      at = at.children().get(0);
    }
    return at;
  }

  /** Whether a tree before {@code ::} can be a value. */
  static boolean isExpression(Tree tree) {
    return switch (tree.getKind()) {
      case PARAMETERIZED_TYPE, ARRAY_TYPE, PRIMITIVE_TYPE, ANNOTATED_TYPE -> false;
      default -> true;
    };
  }
}
