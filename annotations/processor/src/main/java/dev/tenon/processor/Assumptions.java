package dev.tenon.processor;

import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Contract;
import dev.tenon.model.Operation;
import dev.tenon.model.Reliance;
import dev.tenon.model.Reliances;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Compares what views rely on with what the contracts in sight promise, and notes the rest. */
final class Assumptions {

  private final Toolbox toolbox;
  private final Reporter reporter;
  private final KnownContracts contracts;
  private final Descriptors descriptors;

  Assumptions(Toolbox toolbox, Reporter reporter, KnownContracts contracts) {
    this.toolbox = toolbox;
    this.reporter = reporter;
    this.contracts = contracts;
    this.descriptors = new Descriptors(toolbox);
  }

  /**
   * How much a view relies on that nobody visibly promises; -1 for what is no view, and where a
   * contract cannot be read.
   */
  int check(Declaration declaration, Contract contract) {
    TypeElement view = toolbox.elements().getTypeElement(declaration.canonicalName());
    Subject subject =
        view == null || declaration.mirror() != Mirror.VIEW
            ? null
            : new MirrorReader(toolbox, Mirror.VIEW, view, toolbox.trees().getPath(view), "")
                .read();
    List<Contract> seam = subject == null ? null : seam(new Counterparts(toolbox, view, subject));
    if (seam == null || view == null) {
      return -1;
    }
    List<Reliance> all = Reliances.of(contract, seam);
    List<Reliance> unpromised = all.stream().filter(each -> !each.isPromised()).toList();
    List<Reliance> told = unpromised.stream().filter(each -> !isSuppressed(view, each)).toList();
    if (!told.isEmpty()) {
      String message = message(declaration, all.size(), unpromised.size(), told);
      reporter.note(declaration, new Complaint(toolbox.start(view), message));
    }
    return unpromised.size();
  }

  private static String message(
      Declaration declaration, int all, int unpromised, List<Reliance> told) {
    return declaration.canonicalName()
        + " relies on "
        + all
        + (all == 1 ? " thing" : " things")
        + ", of which "
        + declaration.target().canonicalName()
        + " promises "
        + (all - unpromised)
        + "; promised by nobody: "
        + told.stream()
            .map(each -> each.operation() + ": " + each.text())
            .collect(Collectors.joining("; "));
  }

  private boolean isSuppressed(TypeElement view, Reliance reliance) {
    return ElementFilter.methodsIn(view.getEnclosedElements()).stream()
        .anyMatch(
            each ->
                each.getSimpleName().contentEquals(reliance.operation())
                    && descriptors.of(each).equals(reliance.descriptor())
                    && Suppression.isSuppressed(each));
  }

  /** The contracts in force at the target; null if one cannot be read. */
  private @Nullable List<Contract> seam(Counterparts counterparts) {
    List<TypeElement> types = new ArrayList<>(List.of(counterparts.target()));
    types.addAll(Overrides.supertypes(counterparts.target()));
    List<Contract> all = new ArrayList<>();
    for (TypeElement type : types) {
      List<Operation> operations = contracts.operations(type);
      if (operations == null) {
        return null;
      }
      all.add(contract(type, operations, constrained(type), counterparts));
      for (Contract holder : contracts.holders(type)) {
        all.add(contract(type, holder.operations(), List.of(), counterparts));
      }
    }
    return all;
  }

  /** Those of a type that is a seam: on others they bind nobody. */
  private List<ConstrainedOperation> constrained(TypeElement type) {
    if (!ClauseAnnotations.makeSeam(type)) {
      return List.of();
    }
    ConstraintBuilder builder = new ConstraintBuilder(toolbox);
    return ConstraintReader.read(toolbox.trees(), type).stream()
        .filter(Constrained::counts)
        .map(builder::build)
        .toList();
  }

  /** As the view sees it: its operations have the descriptors of the view's. */
  private Contract contract(
      TypeElement type,
      List<Operation> operations,
      List<ConstrainedOperation> constrained,
      Counterparts counterparts) {
    List<Operation> seen = new ArrayList<>();
    List<ConstrainedOperation> seenConstrained = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = method.getSimpleName().toString();
      String descriptor = descriptors.of(method);
      for (ExecutableElement own : counterparts.of(method)) {
        String of = descriptors.of(own);
        operations.stream()
            .filter(each -> each.name().equals(name) && each.descriptor().equals(descriptor))
            .forEach(each -> seen.add(each.as(of)));
        constrained.stream()
            .filter(each -> each.name().equals(name) && each.descriptor().equals(descriptor))
            .forEach(each -> seenConstrained.add(each.as(of)));
      }
    }
    return new Contract(
        toolbox.elements().getBinaryName(type).toString(), "", "", seen, seenConstrained);
  }
}
