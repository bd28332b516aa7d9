package dev.tenon.processor;

import java.util.List;
import java.util.stream.Collectors;

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

  /** {@code S $self, A a, B b}. */
  String declared() {
    return parameters.stream()
        .map(parameter -> ", " + parameter.type() + " " + parameter.name())
        .collect(Collectors.joining("", self + " $self", ""));
  }

  /** {@code $self, a, b}. */
  String passed() {
    return parameters.stream()
        .map(parameter -> ", " + parameter.name())
        .collect(Collectors.joining("", "$self", ""));
  }

  List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
