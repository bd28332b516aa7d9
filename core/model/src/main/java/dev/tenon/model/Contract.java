package dev.tenon.model;

import java.util.List;

/**
 * All clauses that one type declares itself; what it inherits stands in the contracts of its
 * supertypes.
 *
 * <p>Immutable.
 *
 * @param type the binary name of the declaring type, or of the type that its clauses are about
 * @param view the binary name of the view whose contract this is: what one client of the type
 *     assumes; empty for what the type itself, or a holder, declares
 * @param source the name of its source file, without folders
 * @param fingerprint the digest of the declaration that was compiled
 * @param operations the operations with clauses, in source order; the invariants are the last
 * @param constrained the operations with constraints of Bean Validation, in source order
 */
public record Contract(
    String type,
    String view,
    String source,
    String fingerprint,
    List<Operation> operations,
    List<ConstrainedOperation> constrained) {

  /**
   * Keeps copies.
   *
   * @param type the binary name of the declaring type, or of the type that its clauses are about
   * @param view the binary name of the view whose contract this is; empty for none
   * @param source the name of its source file, without folders
   * @param fingerprint the digest of the declaration that was compiled
   * @param operations the operations with clauses, in source order; the invariants are the last
   * @param constrained the operations with constraints of Bean Validation, in source order
   */
  public Contract {
    operations = List.copyOf(operations);
    constrained = List.copyOf(constrained);
  }

  /**
   * Keeps a contract that is no view's.
   *
   * @param type the binary name of the declaring type
   * @param source the name of its source file, without folders
   * @param fingerprint the digest of the declaration that was compiled
   * @param operations the operations with clauses, in source order; the invariants are the last
   * @param constrained the operations with constraints of Bean Validation, in source order
   */
  public Contract(
      String type,
      String source,
      String fingerprint,
      List<Operation> operations,
      List<ConstrainedOperation> constrained) {
    this(type, "", source, fingerprint, operations, constrained);
  }

  /**
   * Keeps a contract of clauses alone that is no view's.
   *
   * @param type the binary name of the declaring type
   * @param source the name of its source file, without folders
   * @param fingerprint the digest of the declaration that was compiled
   * @param operations the operations with clauses, in source order; the invariants are the last
   */
  public Contract(String type, String source, String fingerprint, List<Operation> operations) {
    this(type, source, fingerprint, operations, List.of());
  }
}
