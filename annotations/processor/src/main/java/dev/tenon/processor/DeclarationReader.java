package dev.tenon.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads a declaring type and its clauses, and refuses what cannot carry clauses. */
final class DeclarationReader {

  /** What reading gave: incomplete while another processor may still write a missing type. */
  record Reading(
      Declaration declaration,
      boolean complete,
      List<Complaint> complaints,
      List<Complaint> warnings) {}

  private final Toolbox toolbox;
  private final Descriptors descriptors;

  DeclarationReader(Toolbox toolbox) {
    this.toolbox = toolbox;
    this.descriptors = new Descriptors(toolbox);
  }

  Reading read(TypeElement type) {
    TreePath path = toolbox.trees().getPath(type);
    CompilationUnitTree unit = path.getCompilationUnit();
    CharSequence source = source(unit);
    Mirror mirror = Mirror.of(type);
    Subject found =
        mirror == null
            ? Subject.itself(type)
            : new MirrorReader(toolbox, mirror, type, path, source).read();
    Subject subject = found == null ? Subject.itself(type) : found;
    List<Complaint> complaints = new ArrayList<>(subject.complaints());
    List<OperationText> operations = new ArrayList<>();
    SignatureReader signatures =
        new SignatureReader(
            toolbox,
            toolbox.elements().getPackageOf(type).getQualifiedName().toString(),
            imports(unit, source),
            type,
            subject.self());
    ClauseTexts texts = new ClauseTexts(toolbox, type, unit, source);
    for (Bearer bearer : Bearer.of(toolbox, type, path)) {
      List<ClauseText> clauses = texts.of(bearer);
      if (clauses.isEmpty() || subject.refused().contains(bearer.element())) {
        continue;
      }
      int first = clauses.get(0).offsets().whole();
      String ofType = Refusals.of(type);
      String refusal = ofType.isEmpty() ? Refusals.of(type, bearer) : ofType;
      if (!refusal.isEmpty()) {
        complaints.add(new Complaint(first, refusal));
      } else if (namesAreFree(bearer, unit, source, complaints)) {
        operations.add(operation(bearer, signatures, clauses));
      }
      if (!ofType.isEmpty()) {
        break;
      }
    }
    complaints.addAll(texts.complaints());
    List<Constrained> constrained = ConstraintReader.read(toolbox.trees(), type);
    List<Constrained> counting = mirror == Mirror.HOLDER ? List.of() : constrained;
    complaints.addAll(ImplicitAccessors.refused(toolbox, type, unit));
    return new Reading(
        declaration(type, subject.target(), unit, source, operations, counting(counting, unit)),
        found != null
            && signatures.isResolved()
            && texts.isResolved()
            && constrained.stream().allMatch(this::isResolved),
        complaints,
        complaints.isEmpty() ? warnings(type, constrained) : List.of());
  }

  private List<ConstrainedOperation> counting(
      List<Constrained> constrained, CompilationUnitTree unit) {
    ConstraintBuilder builder = new ConstraintBuilder(toolbox);
    return constrained.stream()
        .filter(Constrained::counts)
        .map(each -> builder.build(each, unit.getLineMap()))
        .toList();
  }

  private boolean isResolved(Constrained constrained) {
    return constrained.element().getReturnType().getKind() != TypeKind.ERROR
        && constrained.element().getParameters().stream()
            .allMatch(parameter -> parameter.asType().getKind() != TypeKind.ERROR);
  }

  private List<Complaint> warnings(TypeElement type, List<Constrained> constrained) {
    Mirror mirror = Mirror.of(type);
    if (mirror == null || mirror.says(type) || Suppression.isSuppressed(type)) {
      return ConstraintProblems.of(toolbox, constrained);
    }
    return List.of(
        new Complaint(
            toolbox.start(type),
            type.getQualifiedName()
                + (mirror == Mirror.VIEW
                    ? " has neither clauses nor constraints"
                    : " has no clauses")
                + ": it checks nothing"));
  }

  private OperationText operation(
      Bearer bearer, SignatureReader signatures, List<ClauseText> clauses) {
    boolean suppressed = Suppression.isSuppressed(bearer.element());
    if (!(bearer.element() instanceof ExecutableElement executable)) {
      return new OperationText(
          Operation.INVARIANTS,
          "()V",
          bearer.form(),
          signatures.invariants(),
          "void",
          List.of(),
          false,
          suppressed,
          clauses);
    }
    SignatureReader.Read read = signatures.read(executable);
    return new OperationText(
        executable.getSimpleName().toString(),
        descriptors.of(executable),
        bearer.form(),
        read.signature(),
        read.result(),
        executable.getParameters().stream()
            .filter(Sensitivity::isMarked)
            .map(parameter -> parameter.getSimpleName().toString())
            .toList(),
        Sensitivity.isMarked(executable),
        suppressed,
        clauses);
  }

  private Declaration declaration(
      TypeElement type,
      TypeElement target,
      CompilationUnitTree unit,
      CharSequence source,
      List<OperationText> operations,
      List<ConstrainedOperation> constrained) {
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
        Mirror.of(type),
        isOpen(type),
        file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1),
        imports(unit, source),
        operations,
        constrained);
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
      Bearer bearer, CompilationUnitTree unit, CharSequence source, List<Complaint> complaints) {
    boolean free = true;
    for (VariableElement parameter : parameters(bearer)) {
      String name = parameter.getSimpleName().toString();
      if (name.equals("result") || name.equals("old") || name.contains("$")) {
        Tree written = toolbox.trees().getTree(parameter);
        // A compact constructor does not write its parameters.
        Tree tree = written == null ? bearer.path().getLeaf() : written;
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

  private static List<? extends VariableElement> parameters(Bearer bearer) {
    return bearer.element() instanceof ExecutableElement executable
        ? executable.getParameters()
        : List.of();
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
