package dev.tenon.agent;

import java.util.HashSet;
import java.util.Set;

/** What is bound by clauses or constraints, or both; not written to once it was read. */
final class Bound {

  final Set<String> operations = new HashSet<>();
  final Set<String> declared = new HashSet<>();

  /** The names and descriptors of static methods and constructors. */
  final Set<String> fixed = new HashSet<>();

  boolean hasInvariants;

  void add(boolean isFixed, String name, String descriptor) {
    if (isFixed) {
      fixed.add(name + descriptor);
    } else {
      operations.add(Declaration.key(name, descriptor));
      declared.add(Declaration.signature(name, descriptor));
    }
  }

  void addAll(Bound more) {
    operations.addAll(more.operations);
    declared.addAll(more.declared);
    fixed.addAll(more.fixed);
    hasInvariants |= more.hasInvariants;
  }

  boolean isEmpty() {
    return operations.isEmpty() && fixed.isEmpty() && !hasInvariants;
  }
}
