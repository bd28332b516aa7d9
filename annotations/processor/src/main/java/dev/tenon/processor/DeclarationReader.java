package dev.tenon.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads a declaring type and its clauses, and refuses what cannot carry clauses. */
final class DeclarationReader {

  /** What reading gave: incomplete while another processor may still write a missing type. */
  record Reading(
      Declaration declaration,
      boolean complete,
      List<Complaint> complaints,
      List<Complaint> warnings) {}

  private final Toolbox toolbox;
  private final ClauseAnnotations annotations;
  private final Descriptors descriptors;

  DeclarationReader(Toolbox toolbox) {
    this.toolbox = toolbox;
    this.annotations = new ClauseAnnotations(toolbox);
    this.descriptors = new Descriptors(toolbox);
  }

  Reading read(TypeElement type) {
    TreePath path = toolbox.trees().getPath(type);
    CompilationUnitTree unit = path.getCompilationUnit();
    SourcePositions positions = toolbox.trees().getSourcePositions();
    CharSequence source = source(unit);
    LiteralOffsets literals = new LiteralOffsets(unit, positions, source);
    Holding found =
        Holders.isHolder(type)
            ? new HolderReader(toolbox, type, path, source).read()
            : Holding.itself(type);
    Holding holding = found == null ? Holding.itself(type) : found;
    List<Complaint> complaints = new ArrayList<>(holding.complaints());
    List<OperationText> operations = new ArrayList<>();
    SignatureReader signatures =
        new SignatureReader(
            toolbox,
            toolbox.elements().getPackageOf(type).getQualifiedName().toString(),
            imports(unit, source),
            type,
            holding.self());
    boolean secret = false;
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      MethodTree tree = ClauseAnnotations.isOn(method) ? toolbox.trees().getTree(method) : null;
      if (tree == null) {
        continue;
      }
      TreePath place = new TreePath(path, tree);
      List<ClauseText> clauses = new ArrayList<>();
      for (ClauseAnnotations.Written written : annotations.of(method, place)) {
        long start = positions.getStartPosition(unit, written.tree());
        clauses.add(
            new ClauseText(
                written.role(),
                written.value("value"),
                written.value("name"),
                written.value("because"),
                (int) unit.getLineMap().getLineNumber(start),
                literals.of(written.tree(), written.text(), written.value("value"))));
      }
      if (clauses.isEmpty() || holding.refused().contains(method)) {
        continue;
      }
      int first = clauses.get(0).offsets().whole();
      String refusal = secret ? "" : refusalOf(type, method);
      if (!refusal.isEmpty()) {
        secret = isSecret(type);
        complaints.add(new Complaint(first, refusal));
        continue;
      }
      if (!secret && namesAreFree(method, unit, source, complaints)) {
        operations.add(operation(type, method, signatures, clauses));
      }
    }
    return new Reading(
        declaration(type, holding.target(), unit, source, operations),
        found != null && signatures.isResolved(),
        complaints,
        complaints.isEmpty() ? warnings(type, path) : List.of());
  }

  private List<Complaint> warnings(TypeElement type, TreePath path) {
    if (!Holders.isHolder(type) || Holders.hasClauses(type) || Suppression.isSuppressed(type)) {
      return List.of();
    }
    int start =
        (int)
            toolbox
                .trees()
                .getSourcePositions()
                .getStartPosition(path.getCompilationUnit(), path.getLeaf());
    return List.of(
        new Complaint(
            Math.max(1, start), type.getQualifiedName() + " has no clauses: it checks nothing"));
  }

  private OperationText operation(
      TypeElement type,
      ExecutableElement method,
      SignatureReader signatures,
      List<ClauseText> clauses) {
    SignatureReader.Read read = signatures.read(method);
    return new OperationText(
        method.getSimpleName().toString(),
        descriptors.of(method),
        read.signature(),
        read.result(),
        method.getParameters().stream()
            .filter(Sensitivity::isMarked)
            .map(parameter -> parameter.getSimpleName().toString())
            .toList(),
        Sensitivity.isMarked(method),
        Suppression.isSuppressed(method) || Suppression.isSuppressed(type),
        clauses);
  }

  private Declaration declaration(
      TypeElement type,
      TypeElement target,
      CompilationUnitTree unit,
      CharSequence source,
      List<OperationText> operations) {
    PackageElement enclosing = toolbox.elements().getPackageOf(type);
    String packageName = enclosing.getQualifiedName().toString();
    String canonical = type.getQualifiedName().toString();
    String file = unit.getSourceFile().getName();
    return new Declaration(
        toolbox.elements().getBinaryName(type).toString(),
        canonical,
        packageName,
        packageName.isEmpty() ? canonical : canonical.substring(packageName.length() + 1),
        new Declaration.Target(
            toolbox.elements().getBinaryName(target).toString(),
            target.getQualifiedName().toString()),
        isOpen(type),
        file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1),
        imports(unit, source),
        operations);
  }

  /** The imports as written: a printed tree differs between versions of the compiler. */
  private List<String> imports(CompilationUnitTree unit, CharSequence source) {
    List<String> imports = new ArrayList<>();
    for (Tree tree : unit.getImports()) {
      int start = (int) toolbox.trees().getSourcePositions().getStartPosition(unit, tree);
      int end = start;
      while (end < source.length() && source.charAt(end) != ';') {
        end++;
      }
      imports.add(Tokens.folded(source.subSequence(start, end).toString()) + ";");
    }
    return imports;
  }

  private static CharSequence source(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean namesAreFree(
      ExecutableElement method,
      CompilationUnitTree unit,
      CharSequence source,
      List<Complaint> complaints) {
    boolean free = true;
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      if (name.equals("result") || name.equals("old") || name.contains("$")) {
        Tree tree = toolbox.trees().getTree(parameter);
        int start = (int) toolbox.trees().getSourcePositions().getStartPosition(unit, tree);
        complaints.add(
            new Complaint(
                Math.max(start, source.toString().indexOf(name, start)),
                "a parameter of an operation with clauses cannot be called '"
                    + name
                    + "': result, old and names with $ are reserved"));
        free = false;
      }
    }
    return free;
  }

  private static String refusalOf(TypeElement type, ExecutableElement method) {
    if (isSecret(type)) {
      return "a private nested type cannot carry clauses: make "
          + type.getQualifiedName()
          + " package-private";
    }
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC)) {
      return "clauses on static methods are not supported: " + method.getSimpleName();
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      return "clauses on private methods are not supported: " + method.getSimpleName();
    }
    return "";
  }

  private static boolean isSecret(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
