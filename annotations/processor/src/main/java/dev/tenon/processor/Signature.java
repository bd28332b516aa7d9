package dev.tenon.processor;

import java.util.List;

/**
 * What every generated method of an operation takes.
 *
 * @param typeParameters the declared type parameters of the type and the method, bounds included
 * @param typeArguments their names
 * @param self the type that the clauses are about, with type parameters of these as arguments
 * @param parameters the operation's parameters
 */
record Signature(
    List<String> typeParameters,
    List<String> typeArguments,
    String self,
    List<Parameter> parameters) {

  /** One parameter, its type as source. */
  record Parameter(String name, String type) {}

  /** {@code <T extends X, E> }, or nothing. */
  String generics() {
    return typeParameters.isEmpty() ? "" : "<" + String.join(", ", typeParameters) + "> ";
  }

  /** {@code <T, E>}, or nothing. */
  String witness() {
    return typeArguments.isEmpty() ? "" : "<" + String.join(", ", typeArguments) + ">";
  }

  /** The receiver and the operation's parameters. */
  Operands operands() {
    return new Operands(List.of(new Parameter("$self", self))).with(parameters);
  }

  List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
