package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Contract;
import dev.tenon.processor.ClauseParser.Parsed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Takes declarations through the rounds of the compiler: read and probed in one, typed and compiled
 * in a later one. Between rounds it keeps names and text, never elements or trees of the compiler.
 */
final class Workshop {

  private final Toolbox toolbox;
  private final Reporter reporter;
  private final Output output;
  private final List<Index> indexes;
  private final KnownContracts contracts;
  private final Assumptions assumptions;

  /** Of this round only. */
  private Members members;

  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> unread = new LinkedHashSet<>();

  /** What is read and not compiled yet. */
  private final Set<String> open = new LinkedHashSet<>();

  private final Map<String, ReadContract> probed = new LinkedHashMap<>();
  private final Map<Declaration, Contract> compiled = new LinkedHashMap<>();

  Workshop(Toolbox toolbox, Reporter reporter) {
    this.toolbox = toolbox;
    this.reporter = reporter;
    this.output = new Output(toolbox);
    this.contracts = new KnownContracts(toolbox);
    this.assumptions = new Assumptions(toolbox, reporter, contracts);
    this.indexes =
        List.of(
            Index.ofSeams(toolbox),
            Index.of(toolbox, Mirror.HOLDER),
            Index.of(toolbox, Mirror.VIEW));
    this.members = new Members(toolbox);
  }

  List<Index> indexes() {
    return indexes;
  }

  /** Takes note of a type of this compilation, and of those nested in it. */
  void saw(Element element) {
    if (element instanceof TypeElement type) {
      seen.add(type.getQualifiedName().toString());
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::saw);
    }
  }

  /** Compares the constraints of types under seams with those of their supertypes. */
  void judge() {
    ConstraintHierarchy hierarchy = new ConstraintHierarchy(toolbox);
    for (String name : seen) {
      TypeElement type = toolbox.elements().getTypeElement(name);
      if (type != null && toolbox.trees().getPath(type) != null && !Mirror.isOne(type)) {
        hierarchy.check(type).forEach(each -> reporter.warn(type, each));
      }
    }
  }

  /** Takes note of a type with clauses. */
  void add(TypeElement type) {
    unread.add(type.getQualifiedName().toString());
  }

  /** Does what this round allows; in the last one, says what stayed wrong. */
  void round(boolean last) {
    members = new Members(toolbox);
    compile(last);
    if (last) {
      compare();
    } else {
      read();
    }
  }

  /** When all contracts of this compilation are known. */
  private void compare() {
    Overrides overrides = new Overrides(toolbox, reporter, contracts);
    compiled.forEach(overrides::check);
  }

  private void read() {
    DeclarationReader reader = new DeclarationReader(toolbox);
    List<Declaration> declarations = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String name : viewsLast(unread)) {
      TypeElement type = toolbox.elements().getTypeElement(name);
      if (type == null || toolbox.trees().getPath(type) == null) {
        continue;
      }
      DeclarationReader.Reading reading = reader.read(type);
      boolean hasClauses = !reading.declaration().operations().isEmpty();
      // What is wrong is said at once: an error elsewhere makes the next round the last.
      boolean mayWait = !hasClauses && reading.complaints().isEmpty();
      if (!reading.complete() || (mayWait && isWaiting(reading.declaration()))) {
        continue;
      }
      unread.remove(name);
      reading.complaints().forEach(each -> reporter.error(reading.declaration(), each));
      reading.warnings().forEach(each -> reporter.warn(reading.declaration(), each));
      if (!hasClauses) {
        if (reading.complaints().isEmpty()) {
          finish(reading.declaration(), type);
        }
      } else {
        declarations.add(reading.declaration());
        open.add(name);
        reading
            .declaration()
            .operations()
            .forEach(operation -> operation.clauses().forEach(clause -> texts.add(clause.code())));
      }
    }
    Iterator<Parsed> parsed =
        new ClauseParser(toolbox.version(), toolbox.preview()).parse(texts).iterator();
    declarations.forEach(declaration -> probe(declaration, parsed));
  }

  /** Views come after what they are about. */
  private List<String> viewsLast(Set<String> names) {
    List<String> all = new ArrayList<>();
    List<String> views = new ArrayList<>();
    for (String name : names) {
      TypeElement type = toolbox.elements().getTypeElement(name);
      (type != null && Mirror.of(type) == Mirror.VIEW ? views : all).add(name);
    }
    all.addAll(views);
    return all;
  }

  /** Whether a declaration is a view of something whose contract is not compiled yet. */
  private boolean isWaiting(Declaration declaration) {
    TypeElement target = toolbox.elements().getTypeElement(declaration.target().canonicalName());
    if (declaration.mirror() != Mirror.VIEW || target == null) {
      return false;
    }
    Set<TypeElement> types = new LinkedHashSet<>(Overrides.supertypes(target));
    types.add(target);
    return types.stream()
        .map(each -> each.getQualifiedName().toString())
        .filter(name -> !name.equals(declaration.canonicalName()))
        .anyMatch(name -> unread.contains(name) || open.contains(name));
  }

  private void probe(Declaration declaration, Iterator<Parsed> parsed) {
    Surroundings around = Surroundings.of(toolbox, declaration, members);
    ClauseReader reader = new ClauseReader(around.scope(), around.qualifiers());
    ReadContract contract = reader.read(declaration, parsed);
    reader.complaints().forEach(each -> reporter.error(declaration, each));
    output.companion(
        declaration,
        ClausesWriter.SUFFIX,
        new ClausesWriter(contract).write(),
        around.scope().home());
    probed.put(declaration.canonicalName(), contract);
  }

  private void compile(boolean last) {
    for (String name : viewsLast(probed.keySet())) {
      ReadContract contract = Objects.requireNonNull(probed.get(name));
      Declaration declaration = contract.declaration();
      List<List<Typing>> typings = new ProbeReader(toolbox).read(contract);
      if (typings == null || (!last && isWaiting(declaration))) {
        continue;
      }
      Surroundings around = Surroundings.of(toolbox, declaration, members);
      List<Complaint> complaints = complaints(contract, typings, around);
      if (complaints.isEmpty() && !last) {
        probed.remove(name);
        open.remove(name);
        if (contract.whole()) {
          finish(contract, typings, around);
        }
      } else if (last) {
        complaints.forEach(each -> reporter.error(declaration, each));
      }
    }
  }

  private List<Complaint> complaints(
      ReadContract contract, List<List<Typing>> typings, Surroundings around) {
    Culprits culprits = around.culprits();
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < typings.size(); i++) {
      OperationText operation = contract.operations().get(i).written();
      for (Typing typing : typings.get(i)) {
        Complaint complaint = culprits.find(operation, typing);
        if (complaint != null) {
          complaints.add(complaint);
        }
      }
    }
    return complaints;
  }

  private String source(Declaration declaration, Contract built, List<TypedOperation> operations) {
    int unpromised = assumptions.check(declaration, built);
    return new ContractWriter(declaration, built, operations, toolbox, unpromised).write();
  }

  /** There are no clauses to probe: only what its constraints are called reaches the run time. */
  private void finish(Declaration declaration, TypeElement type) {
    if (declaration.constrained().isEmpty()) {
      return;
    }
    Surroundings around = Surroundings.of(toolbox, declaration, members);
    Contract built = new ContractBuilder(declaration, around).build(List.of());
    String source = source(declaration, built, List.of());
    output.companion(declaration, CompiledContract.SUFFIX, source, type);
    output.manifest(declaration, built, type);
  }

  private void finish(ReadContract contract, List<List<Typing>> typings, Surroundings around) {
    Declaration declaration = contract.declaration();
    List<TypedOperation> operations = new ArrayList<>();
    for (int i = 0; i < typings.size(); i++) {
      ReadOperation read = contract.operations().get(i);
      List<Evidence> evidence = new ArrayList<>();
      for (Typing typing : typings.get(i)) {
        evidence.add(new Evidence(read.written(), typing, around.calls(), around.reach()));
      }
      TypedOperation typed = new TypedOperation(read, typings.get(i), evidence);
      operations.add(typed);
      new Aliases(declaration, reporter).check(typed);
    }
    Contract built = new ContractBuilder(declaration, around).build(operations);
    String source = source(declaration, built, operations);
    compiled.put(declaration, built);
    contracts.add(declaration.binaryName(), built);
    output.companion(declaration, CompiledContract.SUFFIX, source, around.scope().home());
    output.manifest(declaration, built, around.scope().home());
  }
}
