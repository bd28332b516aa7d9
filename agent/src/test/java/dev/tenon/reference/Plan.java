package dev.tenon.reference;

import dev.tenon.reference.Hierarchy.Declared;
import dev.tenon.reference.Hierarchy.Operation;
import dev.tenon.reference.Hierarchy.Owned;
import java.util.List;
import java.util.Optional;

/**
 * What a handoff is judged by.
 *
 * @param operation what is called
 * @param declarations what binds it, the most general first
 * @param invariants what binds its object, the most general first
 * @param view the type that the client calls it through
 * @param owner the type whose body runs
 * @param caller the type whose code makes the call; none when that is no type with a contract
 * @param isGuarded whether a checking proxy stands in front
 * @param isWoven whether the body itself is checked
 * @param supplier the binary name of the supplier in a report
 * @param client the binary name of the client in a report
 */
record Plan(
    Operation operation,
    List<Owned> declarations,
    List<Owned> invariants,
    Declared view,
    Declared owner,
    Optional<Declared> caller,
    boolean isGuarded,
    boolean isWoven,
    String supplier,
    String client) {

  boolean isMaking() {
    return operation.name().equals(Whole.MAKING);
  }

  boolean isEmpty() {
    return declarations.isEmpty() && invariants.isEmpty();
  }
}
