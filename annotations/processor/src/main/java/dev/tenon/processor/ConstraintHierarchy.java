package dev.tenon.processor;

import dev.tenon.model.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds constraints that Bean Validation refuses because of what supertypes declare: parameters
 * keep the constraints that clients of a supertype know, and a result is cascaded once.
 *
 * <p>Of types that were compiled before, only what stands on parameters and methods themselves is
 * compared: compilers read no more of class files.
 */
final class ConstraintHierarchy {

  /** A method of a supertype. */
  private record Inherited(TypeElement type, ExecutableElement method, Constrained constrained) {

    String text() {
      return type.getQualifiedName() + "." + method.getSimpleName();
    }
  }

  private final Toolbox toolbox;
  private final ConstraintBuilder builder;
  private final Map<ExecutableElement, Constrained> read = new HashMap<>();

  ConstraintHierarchy(Toolbox toolbox) {
    this.toolbox = toolbox;
    this.builder = new ConstraintBuilder(toolbox);
  }

  /** What is wrong with the methods of a type that is under a seam. */
  List<Complaint> check(TypeElement type) {
    Set<TypeElement> supertypes = Overrides.supertypes(type);
    if (!ClauseAnnotations.makeSeam(type)
        && supertypes.stream().noneMatch(ClauseAnnotations::makeSeam)) {
      return List.of();
    }
    List<Complaint> complaints = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      List<Inherited> inherited = inherited(type, method, supertypes);
      if (!Suppression.isSuppressed(method) && !inherited.isEmpty()) {
        altered(type, method, inherited, complaints);
        cascadedTwice(type, method, inherited, complaints);
      }
    }
    if (!Suppression.isSuppressed(type) && type.getKind().isClass()) {
      parallel(type, supertypes, complaints);
    }
    return complaints;
  }

  private void altered(
      TypeElement type,
      ExecutableElement method,
      List<Inherited> inherited,
      List<Complaint> complaints) {
    List<Placed> own = parameters(read(method));
    if (own.isEmpty()) {
      return;
    }
    for (Inherited each : inherited) {
      if (!isEqual(read(method), each.constrained())) {
        Set<String> known = described(each.constrained(), isCompiledBefore(each.constrained()));
        Placed first =
            own.stream()
                .filter(placed -> !known.contains(described(placed)))
                .findFirst()
                .orElse(own.get(0));
        complaints.add(
            new Complaint(
                first.offset(),
                "the constraints on parameters of "
                    + type.getQualifiedName()
                    + "."
                    + method.getSimpleName()
                    + " are not those of "
                    + each.text()
                    + " (HV000151): who calls through "
                    + each.type().getQualifiedName()
                    + " cannot know; leave them out to inherit, or change them there"));
        return;
      }
    }
  }

  private void cascadedTwice(
      TypeElement type,
      ExecutableElement method,
      List<Inherited> inherited,
      List<Complaint> complaints) {
    for (Placed own : read(method).constraints()) {
      if (!isCascadedResult(own)) {
        continue;
      }
      for (Inherited each : inherited) {
        if (each.constrained().constraints().stream()
            .anyMatch(ConstraintHierarchy::isCascadedResult)) {
          complaints.add(
              new Complaint(
                  own.offset(),
                  "@Valid on the result of "
                      + type.getQualifiedName()
                      + "."
                      + method.getSimpleName()
                      + " stands on "
                      + each.text()
                      + " already (HV000131): leave it out here"));
          return;
        }
      }
    }
  }

  private void parallel(TypeElement type, Set<TypeElement> supertypes, List<Complaint> complaints) {
    List<Inherited> constrained = new ArrayList<>();
    for (TypeElement supertype : supertypes) {
      for (ExecutableElement method : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
        Constrained each = read(method);
        if (!parameters(each).isEmpty() && isInstance(method)) {
          constrained.add(new Inherited(supertype, method, each));
        }
      }
    }
    if (constrained.size() < 2) {
      return;
    }
    for (ExecutableElement method :
        ElementFilter.methodsIn(toolbox.elements().getAllMembers(type))) {
      List<Inherited> met =
          constrained.stream()
              .filter(
                  each ->
                      each.method().equals(method)
                          || toolbox.elements().overrides(method, each.method(), type))
              .toList();
      String problem = parallel(type, met, supertypes);
      if (!problem.isEmpty()) {
        complaints.add(new Complaint(toolbox.start(type), problem));
      }
    }
  }

  private String parallel(TypeElement type, List<Inherited> met, Set<TypeElement> supertypes) {
    for (Inherited one : met) {
      for (Inherited other : met) {
        boolean isTold =
            supertypes.stream()
                .anyMatch(
                    each ->
                        each.getKind().isClass()
                            && isSubtype(each, one.type())
                            && isSubtype(each, other.type()));
        if (!isTold
            && !isSubtype(one.type(), other.type())
            && !isSubtype(other.type(), one.type())) {
          return one.text()
              + " and "
              + other.text()
              + " both constrain the parameters of one method of "
              + type.getQualifiedName()
              + " (HV000152): declare them in one common supertype";
        }
      }
    }
    return "";
  }

  private static boolean isCascadedResult(Placed placed) {
    return placed.root() == Placed.RESULT
        && placed.way().isEmpty()
        && ConstraintAnnotations.isCascade(placed.annotation());
  }

  private boolean isEqual(Constrained one, Constrained other) {
    boolean isShallow = isCompiledBefore(one) || isCompiledBefore(other);
    return described(one, isShallow).equals(described(other, isShallow));
  }

  private boolean isCompiledBefore(Constrained constrained) {
    return toolbox.trees().getPath(constrained.element()) == null;
  }

  private Set<String> described(Constrained constrained, boolean isShallow) {
    Set<String> all = new LinkedHashSet<>();
    for (Placed each : parameters(constrained)) {
      if (!isShallow || each.way().isEmpty()) {
        all.add(described(each));
      }
    }
    return all;
  }

  /** Without the parameter's name, which may differ. */
  private String described(Placed placed) {
    Constraint constraint = builder.constraint(placed);
    return placed.root()
        + placed.way()
        + " "
        + constraint.annotation()
        + constraint.attributes().stream()
            .sorted(Comparator.comparing(Constraint.Attribute::name))
            .toList();
  }

  private static List<Placed> parameters(Constrained constrained) {
    return constrained.constraints().stream().filter(Placed::isOfParameters).toList();
  }

  private Constrained read(ExecutableElement method) {
    return read.computeIfAbsent(method, each -> ConstraintReader.read(toolbox.trees(), each));
  }

  private List<Inherited> inherited(
      TypeElement type, ExecutableElement method, Set<TypeElement> supertypes) {
    List<Inherited> found = new ArrayList<>();
    if (!isInstance(method)) {
      return found;
    }
    for (TypeElement supertype : supertypes) {
      for (ExecutableElement each : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
        if (toolbox.elements().overrides(method, each, type)) {
          found.add(new Inherited(supertype, each, read(each)));
        }
      }
    }
    return found;
  }

  private static boolean isInstance(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private boolean isSubtype(TypeElement type, TypeElement of) {
    return toolbox
        .types()
        .isSubtype(toolbox.types().erasure(type.asType()), toolbox.types().erasure(of.asType()));
  }
}
