package dev.tenon.cli.source;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A piece of source that knows where it may be broken: at all places of a group, or at none of them
 * when the group fits on its line. Immutable.
 */
public sealed interface Doc {

  /** The longest line. */
  int WIDTH = 100;

  /** A text. */
  record Text(String text) implements Doc {}

  /** Where a line may end; else what stands there. */
  record Line(String flat) implements Doc {}

  /** What stands further in when its lines are broken. */
  record Nest(int by, Doc inside) implements Doc {}

  /** What is broken everywhere or nowhere. */
  record Group(Doc inside) implements Doc {}

  /** One after the other. */
  record Sequence(List<Doc> parts) implements Doc {}

  /** A text that is never broken. */
  static Doc text(String text) {
    return new Text(text);
  }

  /** Pieces one after the other. */
  static Doc of(Doc... parts) {
    return new Sequence(List.of(parts));
  }

  /** A call with arguments, which stand on their own lines when they do not fit. */
  static Doc call(String name, List<Doc> arguments) {
    if (arguments.isEmpty()) {
      return text(name + "()");
    }
    List<Doc> parts = new ArrayList<>(List.of(new Line("")));
    List<Doc> inside = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        inside.add(text(","));
        inside.add(new Line(" "));
      }
      inside.add(arguments.get(i));
    }
    parts.add(new Group(new Sequence(inside)));
    return new Group(of(text(name + "("), new Nest(4, new Sequence(parts)), text(")")));
  }

  /** A chain of calls, each on its own line when they do not fit. */
  static Doc chain(Doc head, List<Doc> calls) {
    List<Doc> parts = new ArrayList<>();
    for (Doc call : calls) {
      parts.add(new Line(""));
      parts.add(text("."));
      parts.add(call);
    }
    parts.add(0, head);
    return new Group(new Nest(4, new Sequence(parts)));
  }

  /** A lambda of one expression. */
  static Doc lambda(String parameters, Doc body) {
    return new Group(of(text(parameters + " ->"), new Nest(4, of(new Line(" "), body))));
  }

  /** A chain with calls before its own, if it has any. */
  static Doc chained(Doc head, List<Doc> calls) {
    return calls.isEmpty() ? head : chain(head, calls);
  }

  /** The text with its lines broken. */
  default String render(int indent) {
    StringBuilder out = new StringBuilder(" ".repeat(indent));
    new Layout(out, indent).write(this, indent, false, 0);
    return out.toString();
  }

  /** On one line. */
  default String flat() {
    if (this instanceof Text text) {
      return text.text();
    } else if (this instanceof Line line) {
      return line.flat();
    } else if (this instanceof Nest nest) {
      return nest.inside().flat();
    } else if (this instanceof Group group) {
      return group.inside().flat();
    }
    StringJoiner joined = new StringJoiner("");
    ((Sequence) this).parts().forEach(each -> joined.add(each.flat()));
    return joined.toString();
  }
}
