package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import dev.tenon.model.Strengthening;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Warns of overrides that visibly ask more than what they override: a client that calls through the
 * seam cannot know what they ask.
 */
final class Overrides {

  /** An operation that is overridden, and the type that declares it. */
  private record Overridden(TypeElement type, Operation operation) {}

  private final Toolbox toolbox;
  private final Reporter reporter;
  private final KnownContracts contracts;
  private final Descriptors descriptors;

  Overrides(Toolbox toolbox, Reporter reporter, KnownContracts contracts) {
    this.toolbox = toolbox;
    this.reporter = reporter;
    this.contracts = contracts;
    this.descriptors = new Descriptors(toolbox);
  }

  /** Compares the preconditions that a type declares with those that it inherits. */
  void check(Declaration declaration, Contract contract) {
    TypeElement type = toolbox.elements().getTypeElement(declaration.canonicalName());
    if (type == null || declaration.mirror() != null) {
      return;
    }
    for (int i = 0; i < contract.operations().size(); i++) {
      Operation operation = contract.operations().get(i);
      OperationText written = declaration.operations().get(i);
      ExecutableElement method =
          written.form() == Form.METHOD && !written.suppressed() ? method(type, operation) : null;
      if (method != null && !operation.requires().isEmpty()) {
        check(declaration, written, operation, overridden(type, method));
      }
    }
  }

  private void check(
      Declaration declaration, OperationText written, Operation special, List<Overridden> all) {
    Set<Clause> told = new LinkedHashSet<>();
    for (Overridden general : all) {
      for (Strengthening each : Strengthening.of(special, general.operation())) {
        boolean asked =
            all.stream()
                .anyMatch(
                    other -> Strengthening.follows(each.clause(), special, other.operation()));
        if (!asked && told.add(each.clause())) {
          ClauseText at = written.clauses().get(special.clauses().indexOf(each.clause()));
          reporter.warn(
              declaration,
              new Complaint(at.offsets().of(0), message(declaration, special, each, general)));
        }
      }
    }
  }

  private static String message(
      Declaration declaration, Operation special, Strengthening found, Overridden general) {
    String seam = general.type().getQualifiedName().toString();
    Clause weaker = found.general();
    return "precondition '"
        + found.clause().text()
        + "' of "
        + declaration.canonicalName()
        + " asks more than "
        + (weaker == null
            ? "'" + special.name() + "' of " + seam + ", which has no precondition like it"
            : "'" + weaker.text() + "' of " + seam)
        + ": who calls through "
        + seam
        + " cannot know; weaken it here, or ask it there; or suppress with"
        + " @SuppressWarnings(\"tenon\")";
  }

  private @Nullable ExecutableElement method(TypeElement type, Operation operation) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (isOf(method, operation)) {
        return method;
      }
    }
    return null;
  }

  private boolean isOf(ExecutableElement method, Operation operation) {
    return method.getSimpleName().contentEquals(operation.name())
        && descriptors.of(method).equals(operation.descriptor());
  }

  /** What a method overrides in seams, and in classes with clauses; the nearest first. */
  private List<Overridden> overridden(TypeElement type, ExecutableElement method) {
    Set<TypeElement> supertypes = supertypes(type);
    List<Overridden> found = new ArrayList<>();
    for (TypeElement supertype : supertypes) {
      List<Operation> operations = contracts.operations(supertype);
      boolean isSeam = Annotated.with(supertype, ClauseAnnotations.SEAM);
      if (operations == null || (operations.isEmpty() && !isSeam)) {
        continue;
      }
      for (ExecutableElement each : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
        if (toolbox.elements().overrides(method, each, type)) {
          found.add(new Overridden(supertype, operation(each, operations)));
        }
      }
    }
    return found;
  }

  private Operation operation(ExecutableElement method, List<Operation> operations) {
    return operations.stream()
        .filter(operation -> isOf(method, operation))
        .findFirst()
        .orElseGet(
            () ->
                new Operation(
                    method.getSimpleName().toString(),
                    descriptors.of(method),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    false));
  }

  /** All types that a type extends or implements, each class's superclass first. */
  static Set<TypeElement> supertypes(TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    collect(type, found);
    return found;
  }

  private static void collect(TypeElement type, Set<TypeElement> found) {
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(0, type.getSuperclass());
    for (TypeMirror parent : parents) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && found.add(element)) {
        collect(element, found);
      }
    }
  }
}
