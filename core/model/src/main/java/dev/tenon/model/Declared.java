package dev.tenon.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one contract declares about one operation.
 *
 * @param name the operation's name
 * @param descriptor its erased descriptor
 * @param clauses the operation with its clauses; null without
 * @param constrained the operation with its constraints; null without
 */
record Declared(
    String name,
    String descriptor,
    @Nullable Operation clauses,
    @Nullable ConstrainedOperation constrained) {

  /** What a contract declares about an operation. */
  static Declared of(Contract contract, String name, String descriptor) {
    return new Declared(
        name,
        descriptor,
        contract.operations().stream()
            .filter(each -> isOf(each.name(), each.descriptor(), name, descriptor))
            .findFirst()
            .orElse(null),
        contract.constrained().stream()
            .filter(each -> isOf(each.name(), each.descriptor(), name, descriptor))
            .findFirst()
            .orElse(null));
  }

  /** Of the parameters alone: an override may return less. */
  private static boolean isOf(String one, String taken, String other, String otherTaken) {
    return one.equals(other) && parameters(taken).equals(parameters(otherTaken));
  }

  private static String parameters(String descriptor) {
    return descriptor.substring(0, descriptor.indexOf(')'));
  }

  /** All operations of a contract that declare anything, those with clauses first. */
  static List<Declared> all(Contract contract) {
    Stream<Declared> withClauses =
        contract.operations().stream().map(each -> of(contract, each.name(), each.descriptor()));
    Stream<Declared> constrained =
        contract.constrained().stream().map(each -> of(contract, each.name(), each.descriptor()));
    return Stream.concat(withClauses, constrained).distinct().toList();
  }

  /** What another contract declares about the same operation. */
  Declared in(Contract other) {
    return of(other, name, descriptor);
  }

  /**
   * Without the clauses that call the object with arguments: a subtype may have a method that takes
   * them better. A list of exceptions stays whole, or none.
   */
  Declared asInherited() {
    if (clauses == null) {
      return this;
    }
    boolean isListKept =
        clauses.throwsClauses().stream().noneMatch(each -> isOverloadable(each.tree()));
    List<Clause> kept =
        clauses.clauses().stream()
            .filter(
                each ->
                    each.role() == Clause.Role.THROWS ? isListKept : !isOverloadable(each.tree()))
            .toList();
    return new Declared(name, descriptor, clauses.with(kept), constrained);
  }

  private static boolean isOverloadable(Node node) {
    boolean isCall =
        node.kind() == Node.Kind.CALL
            && node.children().size() > 1
            && node.children().get(0).kind() == Node.Kind.THIS;
    return isCall || node.children().stream().anyMatch(Declared::isOverloadable);
  }

  /** Whether no other exception clause is of the same exception. */
  boolean isOnlyOneOf(Clause exception) {
    return clauses(Clause.Role.THROWS).stream()
            .filter(each -> each.exception().equals(exception.exception()))
            .count()
        == 1;
  }

  /** The clauses of one role. */
  List<Clause> clauses(Clause.Role role) {
    return clauses == null ? List.of() : clauses.of(role);
  }

  /** The normal form of one of its clauses. */
  Node normal(Clause clause) {
    return Normal.of(clause.tree(), clauses == null ? List.of() : clauses.parameters());
  }

  /** The constraints on what is returned, and inside of it. */
  List<Constraint> returnConstraints() {
    return constraints(true);
  }

  private List<Constraint> constraints(boolean ofResult) {
    return constrained == null
        ? List.of()
        : constrained.constraints().stream().filter(each -> isOfResult(each) == ofResult).toList();
  }

  /** A parameter may be called so as well, where there are no clauses. */
  private boolean isOfResult(Constraint constraint) {
    return (constraint.position() + ".").startsWith("result.")
        && !(constrained != null && constrained.parameters().contains("result"));
  }

  /** Whether who keeps what others ask keeps what this asks. */
  boolean isOwedTo(List<Declared> others) {
    Facts kept =
        Facts.of(
            others.stream()
                .flatMap(each -> each.clauses(Clause.Role.REQUIRES).stream().map(each::normal))
                .toList());
    return clauses(Clause.Role.REQUIRES).stream().allMatch(each -> kept.imply(normal(each)))
        && constraints(false).stream()
            .allMatch(each -> others.stream().anyMatch(other -> other.asks(at(each), each)));
  }

  private boolean asks(String position, Constraint constraint) {
    return constraints(false).stream()
        .anyMatch(each -> at(each).equals(position) && each.says(constraint));
  }

  /** The position with the parameter's number for its name. */
  private String at(Constraint constraint) {
    String position = constraint.position();
    int end = position.indexOf('.') < 0 ? position.length() : position.indexOf('.');
    int number =
        constrained == null ? -1 : constrained.parameters().indexOf(position.substring(0, end));
    return number + position.substring(end);
  }

  /** The type returned, as source without type arguments. */
  String returned() {
    String type = descriptor.substring(descriptor.indexOf(')') + 1);
    String element = type.substring(type.lastIndexOf('[') + 1);
    String name =
        switch (element.charAt(0)) {
          case 'Z' -> "boolean";
          case 'B' -> "byte";
          case 'S' -> "short";
          case 'C' -> "char";
          case 'I' -> "int";
          case 'J' -> "long";
          case 'F' -> "float";
          case 'D' -> "double";
          case 'V' -> "void";
          default -> element.substring(1, element.length() - 1).replace('/', '.').replace('$', '.');
        };
    return name + "[]".repeat(type.length() - element.length());
  }
}
