package dev.tenon.reference;

import dev.tenon.reference.Interpreter.Door;
import dev.tenon.reference.Program.Clause;
import dev.tenon.reference.Program.Parameter;
import dev.tenon.reference.Program.Rule;
import dev.tenon.reference.Program.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types that extend each other, objects of them, and what a client does with these.
 *
 * @param name the package that it stands in
 * @param isNested whether its types are members of the client
 * @param hasState whether its types have the queries {@code balance} and {@code kept}
 * @param argument what stands for the type parameter; void when no type has one
 * @param operations what its types declare
 * @param types the types, each after its supertypes
 * @param suppliers what stands behind the handles
 * @param handles what the client calls suppliers through
 * @param settings the modes at the start
 * @param steps what the client does
 */
record Hierarchy(
    String name,
    boolean isNested,
    boolean hasState,
    Type argument,
    List<Operation> operations,
    List<Declared> types,
    List<Supplier> suppliers,
    List<Handle> handles,
    List<Setting> settings,
    List<Step> steps)
    implements Specimen {

  /** The class that knows of no seam and does the work behind a JDK proxy. */
  static final String WORKER = "Work";

  /** What a type is. */
  enum Shape {
    INTERFACE,
    ABSTRACT,
    CLASS
  }

  /**
   * An operation as the special types have it.
   *
   * @param isParameterGeneric whether its first parameter is the type parameter of a generic type
   * @param isResultGeneric whether its result is
   * @param isResultWide whether a wide type gives an Object
   */
  record Operation(
      String name,
      Type result,
      List<Parameter> parameters,
      boolean isParameterGeneric,
      boolean isResultGeneric,
      boolean isResultWide) {

    Type resultIn(Declared type) {
      boolean isObject = (isResultGeneric && type.isGeneric()) || (isResultWide && type.isWide());
      return isObject ? Type.OBJECT : result;
    }

    List<Parameter> parametersIn(Declared type) {
      List<Parameter> seen = new ArrayList<>(parameters);
      if (isParameterGeneric && type.isGeneric()) {
        seen.set(0, new Parameter(Type.OBJECT, parameters.get(0).name()));
      }
      return seen;
    }
  }

  /**
   * A type.
   *
   * @param isGeneric whether it has a type parameter
   * @param isWide whether its operations give an Object where those of special types give more
   */
  record Declared(
      String name,
      Shape shape,
      boolean isGeneric,
      boolean isWide,
      Optional<String> superclass,
      List<String> interfaces,
      List<Member> members,
      Whole whole) {

    Optional<Member> member(String operation) {
      return members.stream().filter(member -> member.operation().equals(operation)).findFirst();
    }

    List<String> parents() {
      List<String> parents = new ArrayList<>();
      superclass.ifPresent(parents::add);
      parents.addAll(interfaces);
      return parents;
    }
  }

  /** What a type says of an operation itself. */
  record Member(
      String operation,
      List<Clause> requires,
      List<Clause> ensures,
      List<Thrown> exceptions,
      boolean hasBody,
      List<Statement> body) {

    boolean hasClauses() {
      return !requires.isEmpty() || !ensures.isEmpty() || !exceptions.isEmpty();
    }

    /** The names of its clauses; an exception clause and what it promises have the same. */
    List<String> names() {
      List<String> names = new ArrayList<>();
      requires.forEach(clause -> names.add(clause.name()));
      ensures.forEach(clause -> names.add(clause.name()));
      exceptions.forEach(clause -> names.add(clause.name()));
      return names;
    }
  }

  /** A member with the type that declares it. */
  record Owned(Declared type, Member member) {

    /** The invariants of a type, as the guarantees of a member. */
    static Owned invariants(Declared type) {
      return new Owned(
          type,
          new Member(
              Whole.INVARIANTS, List.of(), type.whole().invariants(), List.of(), false, List.of()));
    }

    boolean isInvariants() {
      return member.operation().equals(Whole.INVARIANTS);
    }

    /** All its clauses, in source order. */
    List<Clause> clauses() {
      List<Clause> clauses = new ArrayList<>(member.requires());
      clauses.addAll(member.ensures());
      clauses.addAll(new ExceptionList(member.exceptions(), Map.of()).all());
      return clauses;
    }
  }

  /** What stands between the client and a supplier. */
  enum Way {
    DIRECT,
    GUARDED,
    GUARDED_TWICE,
    PROXIED,
    PROXIED_TWICE,
    ACTING,
    LAMBDA,
    STATIC_REFERENCE,
    BOUND_REFERENCE
  }

  /**
   * What the client calls through.
   *
   * @param view its static type
   * @param supplier the number of its supplier; none for a lambda
   * @param body what a lambda does
   */
  record Handle(Way way, String view, int supplier, List<Statement> body) {}

  /** An object, made when it is first needed. */
  record Supplier(String type, List<Expression> arguments) {}

  /** A mode for what a type declares. */
  record Setting(String type, Rule rule) {}

  /** What the client does. */
  sealed interface Step {

    /**
     * A call.
     *
     * @param isElsewhere whether a thread of its own makes it, which the client waits for
     */
    record Call(int handle, String operation, List<Expression> arguments, boolean isElsewhere)
        implements Step {}

    /** An object is made and forgotten. */
    record Make(String type, List<Expression> arguments) implements Step {}

    /** A static method is called. */
    record CallStatic(String type, String operation, List<Expression> arguments) implements Step {}

    record Switch(Setting setting) implements Step {}
  }

  @Override
  public List<String> modes() {
    return HierarchySource.settings(this, settings);
  }

  @Override
  public Map<String, String> sources() {
    return HierarchySource.of(this);
  }

  @Override
  public List<Happening> expected(Door door) {
    return HierarchyInterpreter.run(this, door);
  }

  @Override
  public boolean isSwitch(int step) {
    return steps.get(step) instanceof Step.Switch;
  }

  @Override
  public String way(int step) {
    Step made = steps.get(step);
    if (made instanceof Step.Call call) {
      Way way = handles.get(call.handle()).way();
      return call.isElsewhere() ? way + " elsewhere" : way.name();
    }
    return made instanceof Step.Make ? "a constructor" : "a static method";
  }

  /** The binary name of a type. */
  String binary(String type) {
    return name + (isNested ? ".Play$" : ".") + type;
  }

  /** The binary name of the client. */
  String client() {
    return name + ".Play";
  }

  Declared type(String wanted) {
    return types.stream().filter(type -> type.name().equals(wanted)).findFirst().orElseThrow();
  }

  Operation operation(String wanted) {
    return operations.stream().filter(each -> each.name().equals(wanted)).findFirst().orElseThrow();
  }

  /** A type and its supertypes, each after its own. */
  List<Declared> lineage(String type) {
    Set<Declared> found = new LinkedHashSet<>();
    collect(type(type), found);
    return List.copyOf(found);
  }

  private void collect(Declared type, Set<Declared> found) {
    type.parents().forEach(parent -> collect(type(parent), found));
    found.add(type);
  }

  boolean isSubtype(Declared sub, Declared of) {
    return lineage(sub.name()).contains(of);
  }

  boolean knows(String type, String operation) {
    return lineage(type).stream().anyMatch(each -> each.member(operation).isPresent());
  }

  boolean hasClauses(String type) {
    return lineage(type).stream()
        .anyMatch(
            each ->
                each.members().stream().anyMatch(Member::hasClauses)
                    || !each.whole().invariants().isEmpty());
  }

  /** The calls that bodies make on other objects through a class between, each once. */
  List<Aside> asides() {
    return types.stream()
        .flatMap(type -> allOf(type).stream())
        .flatMap(owned -> owned.member().body().stream())
        .filter(statement -> statement instanceof Statement.Call)
        .flatMap(statement -> Aside.in(((Statement.Call) statement).method()).stream())
        .distinct()
        .toList();
  }

  /** Whether a type says something itself. */
  boolean hasOwnClauses(Declared type) {
    return type.members().stream().anyMatch(Member::hasClauses) || type.whole().hasClauses();
  }

  /** All that a type says itself. */
  List<Owned> allOf(Declared type) {
    List<Owned> all = new ArrayList<>();
    type.members().forEach(member -> all.add(new Owned(type, member)));
    type.whole().constructors().forEach(each -> all.add(new Owned(type, each.member())));
    type.whole().statics().forEach(member -> all.add(new Owned(type, member)));
    if (!type.whole().invariants().isEmpty()) {
      all.add(Owned.invariants(type));
    }
    return all;
  }

  /** The invariants that bind the objects of a type, the most general first. */
  List<Owned> invariants(String type) {
    return lineage(type).stream()
        .filter(each -> !each.whole().invariants().isEmpty())
        .map(Owned::invariants)
        .toList();
  }

  /** The body that a call on an object of a type runs. */
  Optional<Owned> body(String type, String operation) {
    return inherited(type, operation).stream()
        .filter(owned -> owned.member().hasBody())
        .findFirst();
  }

  /** What a type has of an operation: its class's, else the most special ones of interfaces. */
  List<Owned> inherited(String type, String operation) {
    for (Optional<String> at = Optional.of(type); at.isPresent(); ) {
      Declared declared = type(at.get());
      Optional<Member> member = declared.member(operation);
      if (member.isPresent() && (declared.shape() != Shape.INTERFACE || at.get().equals(type))) {
        return List.of(new Owned(declared, member.get()));
      }
      at = declared.superclass();
    }
    return mostSpecial(lineage(type), operation);
  }

  /** The declarations that no other of the types overrides. */
  List<Owned> mostSpecial(List<Declared> among, String operation) {
    List<Declared> declaring =
        among.stream().filter(type -> type.member(operation).isPresent()).toList();
    return declaring.stream()
        .filter(
            type -> declaring.stream().noneMatch(other -> other != type && isSubtype(other, type)))
        .map(type -> new Owned(type, type.member(operation).orElseThrow()))
        .toList();
  }

  /** Whether one operation alone has no body in an interface, so that a lambda may be it. */
  Optional<Operation> ofLambda(Declared type) {
    List<Operation> open =
        operations.stream()
            .filter(operation -> knows(type.name(), operation.name()))
            .filter(operation -> body(type.name(), operation.name()).isEmpty())
            .toList();
    return type.shape() == Shape.INTERFACE && !hasState && open.size() == 1
        ? Optional.of(open.get(0))
        : Optional.empty();
  }
}
