package dev.tenon.processor;

import dev.tenon.processor.Signature.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a generated method takes, in order.
 *
 * @param all the parameters
 */
record Operands(List<Parameter> all) {

  /** {@code S $self, A a, B b}. */
  String declared() {
    return all.stream()
        .map(each -> each.type() + " " + each.name())
        .collect(Collectors.joining(", "));
  }

  /** {@code $self, a, b}. */
  String passed() {
    return all.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  Operands with(List<Parameter> more) {
    List<Parameter> both = new ArrayList<>(all);
    both.addAll(more);
    return new Operands(both);
  }

  /**
   * Those that some code names: the compiler enters each parameter of each method once a round, and
   * attributes each at each call.
   */
  Operands in(String code) {
    // A Unicode escape may spell any name.
    if (code.contains("\\u")) {
      return this;
    }
    Set<String> named = new HashSet<>(Tokens.of(code));
    return new Operands(all.stream().filter(each -> named.contains(each.name())).toList());
  }
}
