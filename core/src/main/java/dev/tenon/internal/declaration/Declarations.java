package dev.tenon.internal.declaration;

import dev.tenon.contract.ContractFor;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Contract;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what types declare, once for each type.
 *
 * <p>Results live as long as the type's own loader and no longer; those of types that may outlive
 * the core are read each time. Thread-safe.
 */
public final class Declarations {

  private static final ClassValue<Declaration> READ =
      new ClassValue<>() {
        @Override
        protected Declaration computeValue(Class<?> type) {
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
    return mayKeep(type) ? READ.get(type) : read(type);
  }

  /** Whether a type goes before this core does, so that it may refer to it. */
  static boolean mayKeep(Class<?> type) {
    ClassLoader own = Declarations.class.getClassLoader();
    ClassLoader at = type.getClassLoader();
    while (at != null && at != own) {
      at = at.getParent();
    }
    return at == own;
  }

  /**
   * The declarations that bind a type, from the most general to the most special: each type's own,
   * then those of its holders that the class loader of the bound type sees.
   *
   * @param type a class or interface
   * @return the declarations of its supertypes and its own, silent ones left out
   */
  public static List<Declaration> binding(Class<?> type) {
    return binding(type, null);
  }

  /**
   * The same with the holders that another loader sees.
   *
   * @param type a class or interface
   * @param also a loader whose holders count as well; null for none
   * @return the declarations of its supertypes and its own, silent ones left out
   */
  public static List<Declaration> binding(Class<?> type, @Nullable ClassLoader also) {
    Set<Declaration> binding = new LinkedHashSet<>();
    for (Class<?> supertype : supertypes(type)) {
      binding.add(of(supertype));
      if (supertype.isInterface()) {
        binding.addAll(Holders.of(type.getClassLoader(), supertype));
        binding.addAll(Holders.of(also, supertype));
      }
    }
    binding.removeIf(Declaration.Silent.class::isInstance);
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
    if (isOfTheJdk(type)) {
      return new Declaration.Silent();
    }
    try {
      // The clauses of a holder are about its target.
      return type.isAnnotationPresent(ContractFor.class)
          ? new Declaration.Silent()
          : written(type, type);
    } catch (LinkageError e) {
      return new Declaration.Unenforceable(type, "its declaration cannot be read: " + e);
    }
  }

  /** What a holder declares about its target. */
  static Declaration held(Class<?> holder, Class<?> target) {
    try {
      Declaration declaration = written(holder, target);
      return declaration instanceof Declaration.Unenforceable not
          ? new Declaration.Unenforceable(
              target, "its holder " + holder.getName() + ": " + not.reason())
          : declaration;
    } catch (LinkageError e) {
      return new Declaration.Unenforceable(
          target, "its holder " + holder.getName() + " cannot be read: " + e);
    }
  }

  /** The clauses that stand in one type and are about another, or about itself. */
  private static Declaration written(Class<?> in, Class<?> type) {
    WrittenClauses written = WrittenClauses.of(in);
    return written.isEmpty() ? new Declaration.Silent() : compiled(in, type, written);
  }

  private static Declaration compiled(Class<?> in, Class<?> type, WrittenClauses written) {
    Class<?> companion;
    try {
      companion = Class.forName(in.getName() + CompiledContract.SUFFIX, true, in.getClassLoader());
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
    if (!compiled.fingerprint().equals(written.fingerprint())
        || !compiled.type().equals(type.getName())) {
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
