package dev.tenon.processor;

import dev.tenon.model.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes the typed tree of a clause. */
final class Nodes {

  private final Statics statics;

  Nodes(Statics statics) {
    this.statics = statics;
  }

  Node of(Typing typing, Term term) {
    Term inside = Terms.inside(term);
    return switch (inside.sort()) {
      case LITERAL -> leaf(Node.Kind.LITERAL, typing, inside);
      case PARAMETER -> leaf(Node.Kind.PARAMETER, typing, inside);
      case SELF -> new Node(Node.Kind.THIS, typing.name(inside), "", List.of());
      case RESULT -> new Node(Node.Kind.RESULT, typing.name(inside), "", List.of());
      case LOCAL -> leaf(Node.Kind.LOCAL, typing, inside);
      case OLD -> node(Node.Kind.OLD, typing, inside, "", inside.children());
      case FIELD, CONSTANT, NAME -> field(typing, inside);
      case SELECT -> selected(typing, inside);
      case CALL, MEMBER_CALL -> call(typing, inside);
      case UNARY -> node(Node.Kind.UNARY, typing, inside, inside.text(), inside.children());
      case BINARY -> node(Node.Kind.BINARY, typing, inside, inside.text(), inside.children());
      case CONDITIONAL -> node(Node.Kind.CONDITIONAL, typing, inside, "", inside.children());
      case CAST -> node(Node.Kind.CAST, typing, inside, inside.text(), values(inside));
      case INSTANCEOF ->
          node(
              Node.Kind.INSTANCEOF, typing, inside, inside.text(), inside.children().subList(0, 1));
      case INDEX -> node(Node.Kind.INDEX, typing, inside, "", inside.children());
      case NEW, LAMBDA, REFERENCE, SWITCH, TYPE, PART, PARENTHESES ->
          new Node(Node.Kind.OPAQUE, typing.name(inside), source(typing, inside), List.of());
    };
  }

  private static Node leaf(Node.Kind kind, Typing typing, Term term) {
    return new Node(kind, typing.name(term), term.text(), List.of());
  }

  private Node node(Node.Kind kind, Typing typing, Term term, String text, List<Term> children) {
    List<Node> nodes = new ArrayList<>();
    children.forEach(child -> nodes.add(of(typing, child)));
    return new Node(kind, typing.name(term), text, nodes);
  }

  private Node field(Typing typing, Term term) {
    boolean own = term.code() != null && term.code().startsWith("$self.");
    List<Node> receiver = own ? List.of(new Node(Node.Kind.THIS, "", "", List.of())) : List.of();
    String text = term.children().isEmpty() ? term.text() : source(typing, term);
    return new Node(
        Node.Kind.FIELD, typing.name(term), own ? text : statics.field(term, text), receiver);
  }

  private Node selected(Typing typing, Term term) {
    if (term.text().equals("class")) {
      return new Node(Node.Kind.LITERAL, typing.name(term), source(typing, term), List.of());
    }
    Term of = Terms.inside(term.children().get(0));
    return of.isTyped() && !typing.name(of).isEmpty()
        ? node(Node.Kind.FIELD, typing, term, term.text(), term.children())
        : new Node(Node.Kind.FIELD, typing.name(term), source(typing, term), List.of());
  }

  private Node call(Typing typing, Term term) {
    List<Node> nodes = new ArrayList<>();
    String text = term.text();
    boolean isStatic = false;
    if (term.sort() == Term.Sort.MEMBER_CALL) {
      Term receiver = Terms.inside(term.children().get(0));
      isStatic = typing.name(receiver).isEmpty();
      if (isStatic) {
        text = source(typing, receiver) + "." + text;
      } else {
        nodes.add(of(typing, receiver));
      }
    } else if (term.prefix().equals("$self.")) {
      nodes.add(new Node(Node.Kind.THIS, "", "", List.of()));
    } else {
      isStatic = true;
      text = term.prefix() + text;
    }
    text = isStatic ? statics.method(typing, term, text) : text;
    term.arguments().forEach(argument -> nodes.add(of(typing, argument)));
    Node.Kind kind = isStatic ? Node.Kind.STATIC_CALL : Node.Kind.CALL;
    return new Node(kind, typing.name(term), text, nodes);
  }

  private static List<Term> values(Term term) {
    return term.children().stream().filter(child -> child.sort() != Term.Sort.TYPE).toList();
  }

  private static String source(Typing typing, Term term) {
    return Tokens.folded(typing.clause().sourceOf(term));
  }
}
