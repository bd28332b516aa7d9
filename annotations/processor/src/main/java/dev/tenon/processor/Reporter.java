package dev.tenon.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages where they belong in the user's file, also inside a literal.
 *
 * <p>The compiler takes only the position of the tree it is given, so a tree parsed from text that
 * is padded to the right length stands for the place.
 */
final class Reporter {

  private final Toolbox toolbox;
  private final Diagnostic.Kind warning;

  Reporter(Toolbox toolbox, Map<String, String> options) {
    this.toolbox = toolbox;
    this.warning = warning(options.getOrDefault(TenonProcessor.WARNINGS, "warning"));
  }

  private Diagnostic.Kind warning(String option) {
    return switch (option) {
      case "error" -> Diagnostic.Kind.ERROR;
      case "warning" -> Diagnostic.Kind.WARNING;
      case "note" -> Diagnostic.Kind.NOTE;
      default -> {
        List<String> valid = List.of("error", "warning", "note");
        toolbox
            .messager()
            .printMessage(
                Diagnostic.Kind.ERROR,
                "-A"
                    + TenonProcessor.WARNINGS
                    + "="
                    + option
                    + ": valid are "
                    + String.join(", ", valid)
                    + Messages.didYouMean(option, valid));
        yield Diagnostic.Kind.WARNING;
      }
    };
  }

  void error(Declaration declaration, Complaint complaint) {
    print(Diagnostic.Kind.ERROR, declaration, complaint);
  }

  void warn(Declaration declaration, Complaint complaint) {
    print(warning, declaration, complaint);
  }

  /** About a type that need not declare clauses. */
  void warn(TypeElement type, Complaint complaint) {
    print(warning, type.getQualifiedName().toString(), type.getSimpleName().toString(), complaint);
  }

  void note(Declaration declaration, Complaint complaint) {
    print(Diagnostic.Kind.NOTE, declaration, complaint);
  }

  private void print(Diagnostic.Kind kind, Declaration declaration, Complaint complaint) {
    print(kind, declaration.canonicalName(), declaration.source(), complaint);
  }

  private void print(
      Diagnostic.Kind kind, String canonicalName, String source, Complaint complaint) {
    TypeElement type = toolbox.elements().getTypeElement(canonicalName);
    TreePath path = type == null ? null : toolbox.trees().getPath(type);
    Tree place = placeholder(complaint.offset());
    if (path == null || place == null) {
      toolbox.messager().printMessage(kind, source + ": " + complaint.message());
      return;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    toolbox.trees().printMessage(kind, complaint.message(), place, unit);
  }

  private @Nullable Tree placeholder(int offset) {
    if (offset < 1) {
      return null;
    }
    String text = " ".repeat(offset - 1) + "@a class A {}";
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    ignored -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new Padded(text)));
    try {
      for (CompilationUnitTree unit : task.parse()) {
        ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
        AnnotationTree annotation = type.getModifiers().getAnnotations().get(0);
        return annotation.getAnnotationType();
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Padded extends SimpleJavaFileObject {

    private final String text;

    private Padded(String text) {
      super(URI.create("clause:///A.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
