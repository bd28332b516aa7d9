package dev.tenon.cli.source;

import java.util.List;

/** Writes a piece of source, breaking what does not fit. */
final class Layout {

  private final StringBuilder out;
  private int column;

  Layout(StringBuilder out, int column) {
    this.out = out;
    this.column = column;
  }

  /**
   * Writes a piece.
   *
   * @param indent where broken lines begin
   * @param isBroken whether the group around it is
   * @param behind how much stands behind it on its last line, at least
   */
  void write(Doc doc, int indent, boolean isBroken, int behind) {
    if (doc instanceof Doc.Text text) {
      put(text.text());
    } else if (doc instanceof Doc.Line line) {
      if (isBroken) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      } else {
        put(line.flat());
      }
    } else if (doc instanceof Doc.Nest nest) {
      write(nest.inside(), indent + nest.by(), isBroken, behind);
    } else if (doc instanceof Doc.Group group) {
      boolean fits = column + group.flat().length() + behind <= Doc.WIDTH;
      write(group.inside(), indent, !fits, behind);
    } else {
      sequence(((Doc.Sequence) doc).parts(), indent, isBroken, behind);
    }
  }

  private void sequence(List<Doc> parts, int indent, boolean isBroken, int behind) {
    for (int i = 0; i < parts.size(); i++) {
      write(parts.get(i), indent, isBroken, after(parts, i + 1, isBroken, behind));
    }
  }

  /** What follows on the same line up to the next break. */
  private static int after(List<Doc> parts, int from, boolean isBroken, int behind) {
    int length = 0;
    for (int i = from; i < parts.size(); i++) {
      Doc part = parts.get(i);
      if (isBroken && startsWithLine(part)) {
        return length;
      }
      if (part instanceof Doc.Text text) {
        length += text.text().length();
      } else if (!(part instanceof Doc.Line)) {
        return length;
      }
    }
    return length + behind;
  }

  private static boolean startsWithLine(Doc part) {
    if (part instanceof Doc.Nest nest) {
      return startsWithLine(nest.inside());
    }
    return part instanceof Doc.Line
        || (part instanceof Doc.Sequence sequence
            && !sequence.parts().isEmpty()
            && startsWithLine(sequence.parts().get(0)));
  }

  private void put(String text) {
    out.append(text);
    column += text.length();
  }
}
