package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledClause;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.CompiledOperation;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.NodeText;
import dev.tenon.model.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The contracts of types: of this compilation, and those that companions carry. */
final class KnownContracts {

  private final Toolbox toolbox;
  private final Map<String, Contract> known = new TreeMap<>();

  KnownContracts(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** Takes note of a contract of this compilation. */
  void add(String declaring, Contract contract) {
    known.put(declaring, contract);
  }

  /** What holders of this compilation say about a type. */
  List<Contract> holders(TypeElement type) {
    String name = toolbox.elements().getBinaryName(type).toString();
    return known.entrySet().stream()
        .filter(each -> each.getValue().type().equals(name) && !each.getKey().equals(name))
        .map(Map.Entry::getValue)
        .filter(each -> each.view().isEmpty())
        .toList();
  }

  /** The operations that a type declares with clauses; null if it has any that are not known. */
  @Nullable List<Operation> operations(TypeElement type) {
    if (Mirror.isOne(type) || !ClauseAnnotations.isWithin(type)) {
      return List.of();
    }
    String name = toolbox.elements().getBinaryName(type).toString();
    Contract own = known.get(name);
    if (own != null) {
      return own.operations();
    }
    TypeElement companion = toolbox.elements().getTypeElement(name + CompiledContract.SUFFIX);
    CompiledContract compiled =
        companion == null ? null : companion.getAnnotation(CompiledContract.class);
    return compiled == null || compiled.format() != CompiledContract.FORMAT
        ? null
        : Arrays.stream(compiled.operations()).map(KnownContracts::operation).toList();
  }

  private static Operation operation(CompiledOperation compiled) {
    return new Operation(
        compiled.name(),
        compiled.descriptor(),
        compiled.isStatic(),
        List.of(compiled.parameters()),
        Arrays.stream(compiled.clauses()).map(KnownContracts::clause).toList(),
        List.of(compiled.old()),
        compiled.guardedCapture());
  }

  /** Without evidence, which is for the run time. */
  private static Clause clause(CompiledClause compiled) {
    return new Clause(
        Clause.Role.valueOf(compiled.role().toUpperCase(Locale.ROOT)),
        compiled.name(),
        compiled.text(),
        compiled.because(),
        compiled.exception(),
        compiled.line(),
        compiled.leaf(),
        IntStream.of(compiled.old()).boxed().toList(),
        List.of(),
        NodeText.read(String.join("", compiled.tree())));
  }
}
