package dev.tenon.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.Arrays;

/**
 * Finds where each character of a clause's text stands in the file: over escapes, in text blocks
 * and in sums of literals. A constant's text stands elsewhere, so it has no places here.
 */
final class LiteralOffsets {

  private static final int[] UNKNOWN = {};

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final CharSequence source;

  LiteralOffsets(CompilationUnitTree unit, SourcePositions positions, CharSequence source) {
    this.unit = unit;
    this.positions = positions;
    this.source = source;
  }

  /** The places of the value of an annotation; the compiler folds sums of literals into one. */
  Offsets of(AnnotationTree annotation, ExpressionTree written, String value) {
    int[] found = places(written);
    int start = start(written);
    if (found.length != value.length() || value.isEmpty()) {
      int folded = startOfSum(start(annotation), start);
      found = folded < 0 ? UNKNOWN : ofSum(folded, value.length());
      start = folded < 0 ? start : folded;
    }
    return new Offsets(start, found.length == value.length() ? found : UNKNOWN);
  }

  /** Where the sum of literals starts that the compiler points into the middle of, or -1. */
  private int startOfSum(int annotation, int inside) {
    int at = -1;
    int end = annotation;
    for (int i = annotation; i < source.length() && i <= inside; i = Math.max(end, i + 1)) {
      end = i;
      if (quotes(i)) {
        end = afterLiteral(i);
        at = at < 0 ? i : at;
      } else if (source.charAt(i) != '+' && !Character.isWhitespace(source.charAt(i))) {
        at = -1;
      }
    }
    return at;
  }

  private int afterLiteral(int quote) {
    int at = quote + 1;
    while (at < source.length() && !quotes(at)) {
      at = after(at);
    }
    return at + 1;
  }

  private int[] ofSum(int from, int length) {
    int[] places = new int[length];
    int done = 0;
    int at = from;
    while (at < source.length() && done < length) {
      if (!quotes(at)) {
        at++;
        continue;
      }
      at++;
      while (at < source.length() && !quotes(at) && done < length) {
        places[done++] = at;
        at = after(at);
      }
      at++;
    }
    return done == length ? places : UNKNOWN;
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int[] places(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return places(inner.getExpression());
    }
    if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
      int[] left = places(sum.getLeftOperand());
      int[] right = places(sum.getRightOperand());
      if (left.length == 0 || right.length == 0) {
        return UNKNOWN;
      }
      int[] both = Arrays.copyOf(left, left.length + right.length);
      System.arraycopy(right, 0, both, left.length, right.length);
      return both;
    }
    if (tree instanceof LiteralTree literal && literal.getValue() instanceof String value) {
      int start = start(tree);
      boolean block =
          start + 3 < source.length() && quotes(start) && quotes(start + 1) && quotes(start + 2);
      return block ? ofBlock(start + 3, value) : ofLiteral(start + 1, value);
    }
    return UNKNOWN;
  }

  private boolean quotes(int at) {
    return source.charAt(at) == '"';
  }

  private int[] ofLiteral(int from, String value) {
    int[] places = new int[value.length()];
    int at = from;
    for (int i = 0; i < places.length; i++) {
      if (at >= source.length() || quotes(at)) {
        return UNKNOWN;
      }
      places[i] = at;
      at = after(at);
    }
    return at < source.length() && quotes(at) ? places : UNKNOWN;
  }

  /** Where the next character of a literal starts, escapes being one character. */
  private int after(int at) {
    if (source.charAt(at) != '\\') {
      return at + 1;
    }
    int next = at + 1;
    if (next >= source.length()) {
      return next;
    }
    char c = source.charAt(next);
    if (c == 'u') {
      while (next < source.length() && source.charAt(next) == 'u') {
        next++;
      }
      return next + 4;
    }
    int end = next;
    while (end < next + 3 && end < source.length() && isOctal(source.charAt(end))) {
      end++;
    }
    return Math.max(end, next + 1);
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  /** A text block without escapes: each line of the value ends its line of the source. */
  private int[] ofBlock(int from, String value) {
    int[] places = new int[value.length()];
    int line = lineAfter(from);
    int done = 0;
    for (String text : value.split("\n", -1)) {
      if (line > source.length()) {
        return UNKNOWN;
      }
      int end = lineAfter(line);
      int found = source.subSequence(line, Math.min(end, source.length())).toString().indexOf(text);
      if (found < 0) {
        return UNKNOWN;
      }
      for (int i = 0; i <= text.length() && done < places.length; i++) {
        places[done++] = line + found + i;
      }
      line = end;
    }
    return places;
  }

  private int lineAfter(int at) {
    int next = at;
    while (next < source.length() && source.charAt(next) != '\n') {
      next++;
    }
    return next + 1;
  }
}
