package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.Declaration;
import java.lang.invoke.MethodHandles;

/**
 * Reaches the companion of a declaration: through the lookup given, else where its package is open
 * to the core.
 */
final class Companion {

  private Companion() {}

  static Checks checks(MethodHandles.Lookup lookup, Declaration.Compiled declaration, int operation)
      throws ReflectiveOperationException {
    try {
      return Checks.link(lookup, declaration, operation);
    } catch (IllegalAccessException denied) {
      try {
        MethodHandles.Lookup open =
            MethodHandles.privateLookupIn(declaration.companion(), MethodHandles.lookup());
        return Checks.link(open, declaration, operation);
      } catch (IllegalAccessException closed) {
        denied.addSuppressed(closed);
        throw denied;
      }
    }
  }
}
