package dev.tenon.processor;

import dev.tenon.model.ConstrainedOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that declares clauses, as text: nothing in it belongs to one round of the compiler.
 *
 * @param binaryName the binary name
 * @param canonicalName the canonical name
 * @param packageName the package; empty for the unnamed one
 * @param path the name within the package, as source: {@code Outer.Inner}
 * @param target the type that the clauses are about: the type itself, or the target of a holder or
 *     view
 * @param mirror what makes it speak about another type; null if it speaks about itself
 * @param open whether the type is accessible outside its package
 * @param source the name of the source file
 * @param imports the import declarations of the file
 * @param operations the operations with clauses, in source order
 * @param constrained the operations with constraints of Bean Validation, in source order
 */
record Declaration(
    String binaryName,
    String canonicalName,
    String packageName,
    String path,
    Target target,
    @Nullable Mirror mirror,
    boolean open,
    String source,
    List<String> imports,
    List<OperationText> operations,
    List<ConstrainedOperation> constrained) {

  /** A type by its names. */
  record Target(String binaryName, String canonicalName) {}

  /** The simple binary name of a companion. */
  String companion(String suffix) {
    String local =
        packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1);
    return local + suffix;
  }

  /** The full name of a companion. */
  String qualifiedCompanion(String suffix) {
    return binaryName + suffix;
  }
}
