package dev.tenon.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression may name.
 *
 * @param atoms names, fields, and queries without arguments
 * @param functions methods that take arguments: helpers of the seam, queries
 * @param olds whether {@code old} may be written, over the atoms of {@code atEntry}
 */
record Scope(List<Expression> atoms, List<Function> functions, List<Expression> olds) {

  record Function(String name, Type type, List<Program.Parameter> parameters) {}

  Scope with(List<Expression> more) {
    List<Expression> all = new ArrayList<>(atoms);
    all.addAll(more);
    return new Scope(all, functions, olds);
  }

  /** The scope of a guarantee: this one, the result, and old values. */
  Scope afterwards(List<Expression> result) {
    List<Expression> all = new ArrayList<>(atoms);
    all.addAll(result);
    return new Scope(all, functions, atoms);
  }

  Scope atEntry() {
    return new Scope(olds, functions, List.of());
  }

  List<Expression> atoms(Type type) {
    return atoms.stream().filter(atom -> atom.type() == type).toList();
  }

  List<Expression> references() {
    return atoms.stream().filter(atom -> atom.type().isReference()).toList();
  }

  List<Function> functions(Type type) {
    return functions.stream().filter(function -> function.type() == type).toList();
  }
}
