package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.check.Constraining;
import dev.tenon.internal.declaration.Declaration;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the companion of a declaration: through the lookup given, or with it anywhere in its
 * module, else where its package is exported, or open to the core.
 */
final class Companion {

  private Companion() {}

  static Checks checks(
      MethodHandles.Lookup lookup,
      Declaration.Compiled declaration,
      int operation,
      @Nullable Constraining constraining)
      throws ReflectiveOperationException {
    try {
      return Checks.link(lookup, declaration, operation, constraining);
    } catch (IllegalAccessException denied) {
      try {
        return Checks.link(
            inside(lookup, declaration.companion()), declaration, operation, constraining);
      } catch (IllegalAccessException closed) {
        denied.addSuppressed(closed);
        throw denied;
      }
    }
  }

  private static MethodHandles.Lookup inside(MethodHandles.Lookup lookup, Class<?> companion)
      throws IllegalAccessException {
    boolean isNeighbour = lookup.lookupClass().getModule() == companion.getModule();
    if (isNeighbour && lookup.hasFullPrivilegeAccess()) {
      return MethodHandles.privateLookupIn(companion, lookup);
    }
    return towards(companion);
  }

  /** The widest lookup that the core has for a type of an application. */
  static MethodHandles.Lookup towards(Class<?> type) {
    try {
      return open(type);
    } catch (IllegalAccessException notOpen) {
      return type.getModule().isExported(type.getPackageName())
          ? MethodHandles.publicLookup()
          : MethodHandles.lookup();
    }
  }

  private static MethodHandles.Lookup open(Class<?> type) throws IllegalAccessException {
    // A package that is open to the core is so to no avail while the core does not read the module.
    Companion.class.getModule().addReads(type.getModule());
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /** Why the companion of a declaration could not be linked, and what to do. */
  static String fault(
      MethodHandles.Lookup lookup, Declaration.Compiled declaration, Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof LinkageError || cause instanceof NoClassDefFoundError) {
      return "its companion cannot be linked ("
          + (failure instanceof LinkageError ? failure : cause)
          + "); add what its clauses name to the class path, or rebuild from clean";
    }
    if (failure instanceof IllegalAccessException) {
      return "its companion is not accessible from "
          + name(lookup)
          + "; open the package "
          + declaration.companion().getPackageName()
          + " to dev.tenon.core";
    }
    return "its companion does not fit it ("
        + failure.getMessage()
        + "): it is stale, or was made by another version of tenon-processor than that of"
        + " tenon-core; rebuild from clean";
  }

  private static String name(MethodHandles.Lookup lookup) {
    boolean isOurs =
        (lookup.lookupModes() & MethodHandles.Lookup.PACKAGE) == 0
            || lookup.lookupClass() == Companion.class;
    return isOurs ? "dev.tenon.core" : lookup.lookupClass().getName();
  }
}
