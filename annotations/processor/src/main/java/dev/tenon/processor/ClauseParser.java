package dev.tenon.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.tenon.processor.Complaint.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Parses the texts of clauses, all of a round in one nested task: a task for each costs a hundred
 * times as much.
 */
final class ClauseParser {

  private static final String BEFORE = "class $ { Object $() { return (";
  private static final String AFTER = "\n); } }";

  /** A parsed text: an expression, or why there is none. */
  record Parsed(
      String text,
      @Nullable ExpressionTree expression,
      @Nullable CompilationUnitTree unit,
      SourcePositions positions,
      @Nullable Refusal refusal) {

    int start(Tree tree) {
      return (int) positions.getStartPosition(unit, tree) - BEFORE.length();
    }

    int end(Tree tree) {
      return (int) positions.getEndPosition(unit, tree) - BEFORE.length();
    }
  }

  private final SourceVersion version;
  private final boolean preview;

  ClauseParser(SourceVersion version, boolean preview) {
    this.version = version;
    this.preview = preview;
  }

  List<Parsed> parse(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<Unit> units = new ArrayList<>();
    for (String text : texts) {
      units.add(new Unit(units.size(), text));
    }
    JavacTask task = (JavacTask) compiler.getTask(null, null, errors, options(), null, units);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Map<URI, CompilationUnitTree> trees = new HashMap<>();
    try {
      for (CompilationUnitTree tree : task.parse()) {
        trees.put(tree.getSourceFile().toUri(), tree);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<URI, Diagnostic<?>> first = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> error : errors.getDiagnostics()) {
      if (error.getKind() == Diagnostic.Kind.ERROR && error.getSource() != null) {
        first.putIfAbsent(error.getSource().toUri(), error);
      }
    }
    List<Parsed> parsed = new ArrayList<>();
    for (Unit unit : units) {
      CompilationUnitTree tree = trees.get(unit.toUri());
      parsed.add(parsed(unit.text, tree, positions, first.get(unit.toUri())));
    }
    return parsed;
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    String release = version.name().substring("RELEASE_".length());
    options.addAll(List.of("-proc:none", "-source", release));
    if (preview) {
      options.add("--enable-preview");
    }
    return options;
  }

  private Parsed parsed(
      String text,
      @Nullable CompilationUnitTree unit,
      SourcePositions positions,
      @Nullable Diagnostic<?> error) {
    try {
      checkShape(text);
      if (error != null) {
        throw notAnExpression(text, (int) error.getPosition() - BEFORE.length());
      }
      ParenthesizedTree whole = unit == null ? null : whole(unit);
      int end = BEFORE.length() + text.length() + 2;
      if (whole == null || positions.getEndPosition(unit, whole) != end) {
        throw notAnExpression(text, 0);
      }
      return new Parsed(text, whole.getExpression(), unit, positions, null);
    } catch (Refusal refusal) {
      return new Parsed(text, null, unit, positions, refusal);
    }
  }

  private void checkShape(String text) {
    if (Tokens.of(text).isEmpty()) {
      throw new Refusal(0, "clause is empty");
    }
    int unbalanced = Tokens.unbalanced(text);
    if (unbalanced >= 0) {
      throw notAnExpression(text, unbalanced);
    }
    int end = Tokens.end(text);
    if (end < text.stripTrailing().length()) {
      throw new Refusal(
          end + 1, "a comment at the end of a clause; the reason goes into 'because'");
    }
  }

  private Refusal notAnExpression(String text, int position) {
    String what = "clause is not one Java expression";
    String token = Tokens.at(text, position);
    return token.isEmpty()
        ? new Refusal(Math.max(0, Tokens.end(text) - 1), what + ": it is not complete")
        : new Refusal(Math.max(0, position), what + ": unexpected '" + token + "'");
  }

  private static @Nullable ParenthesizedTree whole(CompilationUnitTree unit) {
    if (unit.getTypeDecls().size() != 1
        || !(unit.getTypeDecls().get(0) instanceof ClassTree type)
        || type.getMembers().size() != 1
        || !(type.getMembers().get(0) instanceof MethodTree method)
        || method.getBody().getStatements().size() != 1
        || !(method.getBody().getStatements().get(0) instanceof ReturnTree returned)) {
      return null;
    }
    return returned.getExpression() instanceof ParenthesizedTree whole ? whole : null;
  }

  private static final class Unit extends SimpleJavaFileObject {

    private final String text;

    private Unit(int number, String text) {
      super(URI.create("clause:///" + number + "/Clause.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return BEFORE + text + AFTER;
    }
  }
}
