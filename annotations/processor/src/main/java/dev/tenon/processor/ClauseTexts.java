package dev.tenon.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.SourcePositions;
import dev.tenon.model.Clause;
import dev.tenon.processor.ClauseAnnotations.Written;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Reads the clauses of one file as texts with their places. */
final class ClauseTexts {

  private final Toolbox toolbox;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final CharSequence source;
  private final LiteralOffsets literals;
  private final ClauseAnnotations annotations;
  private final Reach reach;
  private final List<Complaint> complaints = new ArrayList<>();
  private boolean resolved = true;

  ClauseTexts(Toolbox toolbox, TypeElement type, CompilationUnitTree unit, CharSequence source) {
    this.toolbox = toolbox;
    this.unit = unit;
    this.positions = toolbox.trees().getSourcePositions();
    this.source = source;
    this.literals = new LiteralOffsets(unit, positions, source);
    this.annotations = new ClauseAnnotations(toolbox);
    this.reach = new Reach(toolbox, type);
  }

  /** What is wrong with the clauses read so far. */
  List<Complaint> complaints() {
    return complaints;
  }

  /** Whether all exceptions named so far exist. */
  boolean isResolved() {
    return resolved;
  }

  /** The clauses of a bearer in source order. */
  List<ClauseText> of(Bearer bearer) {
    List<ClauseText> clauses = new ArrayList<>();
    for (Written written : annotations.of(bearer)) {
      if (written.role() == Clause.Role.THROWS) {
        addThrows(written, clauses);
      } else {
        clauses.add(text(written, written.role(), "value"));
      }
    }
    return clauses;
  }

  private void addThrows(Written written, List<ClauseText> clauses) {
    TypeElement exception = written.type("value");
    if (exception == null) {
      resolved = false;
      return;
    }
    if (!reach.reaches(exception)) {
      ExpressionTree named = written.expression("value");
      complaints.add(
          new Complaint(
              start(named),
              exception.getQualifiedName()
                  + " is not visible in this package; a clause sees what another class of its"
                  + " package sees"));
      return;
    }
    clauses.add(text(written, Clause.Role.THROWS, "when"));
    if (!written.value("ensures").isEmpty()) {
      clauses.add(text(written, Clause.Role.AFTER, "ensures"));
    }
  }

  private ClauseText text(Written written, Clause.Role role, String member) {
    TypeElement exception = written.type("value");
    String value = written.value(member);
    return new ClauseText(
        role,
        value,
        written.value("name"),
        written.value("because"),
        exception == null ? null : thrown(written, exception),
        line(start(written.tree())),
        literals.of(written.tree(), written.expression(member), value));
  }

  private Thrown thrown(Written written, TypeElement exception) {
    return new Thrown(
        toolbox.elements().getBinaryName(exception).toString(),
        exception.getQualifiedName().toString(),
        exception.getSimpleName().toString(),
        written.value("when"),
        written.value("ensures"));
  }

  /** Counted rather than asked of the compiler, which has no line numbers with {@code -g:none}. */
  private int line(int position) {
    int line = 1;
    for (int i = 0; i < Math.min(position, source.length()); i++) {
      char c = source.charAt(i);
      boolean endsLine =
          c == '\n' || (c == '\r' && !(i + 1 < source.length() && source.charAt(i + 1) == '\n'));
      line += endsLine ? 1 : 0;
    }
    return line;
  }

  private int start(com.sun.source.tree.Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }
}
