package dev.tenon.cli.ghostwriter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A parameter of an operation, and how its values come about. It gathers while clauses are read.
 */
final class Argument {

  private final String name;
  private final Values values;
  private final List<String> from = new ArrayList<>();
  private final List<String> upTo = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();
  private final Set<String> others = new LinkedHashSet<>();

  Argument(String name, Values values) {
    this.name = name;
    this.values = values;
  }

  String name() {
    return name;
  }

  Values values() {
    return values;
  }

  Limits limits() {
    return values.limits();
  }

  /** Expressions of its type that its values, or sizes, are not below. */
  List<String> from() {
    return from;
  }

  /** Expressions of its type that its values, or sizes, are not above. */
  List<String> upTo() {
    return upTo;
  }

  /** Conditions on its values, so that others can be made from them. */
  List<String> filters() {
    return filters;
  }

  /** The parameters that must be there before it. */
  Set<String> others() {
    return others;
  }
}
