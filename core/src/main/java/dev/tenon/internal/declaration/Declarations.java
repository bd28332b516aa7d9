package dev.tenon.internal.declaration;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Contract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what types declare, once for each type.
 *
 * <p>Results live as long as the type's own loader and core, and no longer. Thread-safe.
 */
public final class Declarations {

  private static final Declaration SILENT = new Declaration.Silent();

  private static final Kept<Declaration> READ =
      new Kept<>() {
        @Override
        protected Declaration compute(Class<?> type) {
          return read(type);
        }
      };

  private Declarations() {}

  /**
   * What one type declares itself.
   *
   * @param type any type
   * @return its declaration, without what it inherits
   */
  public static Declaration of(Class<?> type) {
    return isOfTheJdk(type) ? SILENT : READ.of(type);
  }

  /**
   * The declarations that bind a type, from the most general to the most special.
   *
   * @param type a class or interface
   * @return the declarations of its supertypes and its own, silent ones left out
   */
  public static List<Declaration> binding(Class<?> type) {
    List<Declaration> binding = new ArrayList<>();
    for (Class<?> supertype : supertypes(type)) {
      Declaration declaration = of(supertype);
      if (!(declaration instanceof Declaration.Silent)) {
        binding.add(declaration);
      }
    }
    return List.copyOf(binding);
  }

  /**
   * A type and all its supertypes, each after the types that it extends.
   *
   * @param type a class or interface
   * @return the types, the most general first
   */
  public static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(type, found);
    return found;
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (found.contains(type)) {
      return;
    }
    Class<?> superclass = type.getSuperclass();
    if (superclass != null) {
      collect(superclass, found);
    }
    for (Class<?> parent : type.getInterfaces()) {
      collect(parent, found);
    }
    found.add(type);
  }

  private static Declaration read(Class<?> type) {
    try {
      WrittenClauses written = WrittenClauses.of(type);
      return written.isEmpty() ? SILENT : compiled(type, written);
    } catch (LinkageError e) {
      return new Declaration.Unenforceable(type, "its declaration cannot be read: " + e);
    }
  }

  private static Declaration compiled(Class<?> type, WrittenClauses written) {
    Class<?> companion;
    try {
      companion =
          Class.forName(type.getName() + CompiledContract.SUFFIX, true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      return new Declaration.Unenforceable(
          type,
          "no companion class (the processor did not run); add tenon-processor to the compiler's"
              + " annotationProcessorPaths");
    }
    CompiledContract compiled = companion.getAnnotation(CompiledContract.class);
    if (compiled == null || compiled.format() != CompiledContract.FORMAT) {
      return new Declaration.Unenforceable(
          type,
          "its companion has another format than this tenon-core reads; compile it with the"
              + " tenon-processor of the same version");
    }
    if (!compiled.fingerprint().equals(written.fingerprint())) {
      return new Declaration.Unenforceable(
          type,
          "stale companion: it was compiled from another version of the declaration; rebuild from"
              + " clean");
    }
    Contract contract = Companions.contract(compiled);
    return new Declaration.Compiled(type, contract, companion);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
