package dev.tenon.internal.declaration;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.ContractFor;
import dev.tenon.contract.Seam;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Contract;
import dev.tenon.model.StandIn;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final Kept<Set<Class<?>>> SUPERTYPES =
      new Kept<>() {
        @Override
        protected Set<Class<?>> compute(Class<?> type) {
          Set<Class<?>> found = new LinkedHashSet<>();
          collect(type, found);
          return Collections.unmodifiableSet(found);
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
   * What stands in one type, whomever it is about: its own clauses, or those of the holder or view
   * that it is.
   *
   * @param type any type
   * @return the declaration
   * @throws TypeNotPresentException if what a holder or view is about is absent
   */
  public static Declaration in(Class<?> type) {
    ContractFor about = type.getAnnotation(ContractFor.class);
    if (about != null) {
      return held(type, about.value());
    }
    ClientView view = ClientView.of(type);
    return view == null ? of(type) : view.declaration();
  }

  /**
   * Whether something stands in a type that has to be enforced.
   *
   * @param type any type
   * @return true for clauses of its own, for a holder, a view, and what is marked as a seam
   */
  public static boolean hasTerms(Class<?> type) {
    return isMarked(type)
        || type.isAnnotationPresent(ContractFor.class)
        || ClientView.isOne(type)
        || !(of(type) instanceof Declaration.Silent);
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
   * @return the types, the most general first; unmodifiable
   */
  public static Set<Class<?>> supertypes(Class<?> type) {
    return SUPERTYPES.of(type);
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
    if (StandIn.isNamed(type.getName())) {
      // It has the annotations of what it stands for.
      return SILENT;
    }
    WrittenClauses written;
    try {
      if (type.isAnnotationPresent(ContractFor.class) || type.isAnnotationPresent(Assumes.class)) {
        // The clauses of a holder or view are about its target.
        return SILENT;
      }
      written = WrittenClauses.of(type);
    } catch (TypeNotPresentException e) {
      return new Declaration.Unenforceable(type, unreadable(e), null);
    } catch (LinkageError e) {
      passExhaustedStack(e);
      // Any class that refers to an absent one fails here: its companion tells whether it matters.
      return new Declaration.Unenforceable(
          type, unreadable(e), hasCompanion(type) ? null : List.of());
    }
    return written(type, type, written);
  }

  /**
   * Whether a type is marked as a seam.
   *
   * @param type a class or interface
   * @return true if it carries the annotation itself
   */
  public static boolean isMarked(Class<?> type) {
    return type.isAnnotationPresent(Seam.class);
  }

  /**
   * Whether a seam says that one thread at a time uses each of its suppliers.
   *
   * @param type a class or interface
   * @return false also when it is no seam
   */
  public static boolean isConfined(Class<?> type) {
    Seam seam = type.getAnnotation(Seam.class);
    return seam != null && seam.confined();
  }

  /** What a holder declares about its target. */
  static Declaration held(Class<?> holder, Class<?> target) {
    Declaration declaration = mirrored(holder, target);
    return declaration instanceof Declaration.Unenforceable not
        ? new Declaration.Unenforceable(
            target, "its holder " + holder.getName() + ": " + not.reason(), not.operations())
        : declaration;
  }

  /** What a client's view says about the seam. */
  static Declaration assumed(Class<?> view, Class<?> seam) {
    Declaration declaration = mirrored(view, seam);
    return declaration instanceof Declaration.Compiled compiled
        ? new Declaration.Compiled(seam, compiled.contract(), compiled.companion(), view)
        : declaration;
  }

  private static Declaration mirrored(Class<?> in, Class<?> target) {
    WrittenClauses written;
    try {
      written = WrittenClauses.of(in);
    } catch (TypeNotPresentException e) {
      return new Declaration.Unenforceable(target, unreadable(e), null);
    } catch (LinkageError e) {
      passExhaustedStack(e);
      return new Declaration.Unenforceable(target, unreadable(e), null);
    }
    return written(in, target, written);
  }

  /** The clauses that stand in one type and are about another, or about itself. */
  private static Declaration written(Class<?> in, Class<?> type, WrittenClauses written) {
    try {
      return written.isEmpty() ? SILENT : compiled(in, type, written);
    } catch (LinkageError e) {
      passExhaustedStack(e);
      return new Declaration.Unenforceable(type, unreadable(e), written.operations());
    }
  }

  /** It says nothing about the declaration, which is read again at the next call. */
  private static void passExhaustedStack(LinkageError error) {
    if (error.getCause() instanceof StackOverflowError full) {
      throw full;
    }
  }

  private static String unreadable(Throwable why) {
    return "its declaration cannot be read: " + why;
  }

  private static boolean hasCompanion(Class<?> type) {
    try {
      Class.forName(type.getName() + CompiledContract.SUFFIX, false, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError none) {
      return false;
    }
  }

  private static Declaration compiled(Class<?> in, Class<?> type, WrittenClauses written) {
    Class<?> companion;
    try {
      companion = Class.forName(in.getName() + CompiledContract.SUFFIX, true, in.getClassLoader());
    } catch (ClassNotFoundException e) {
      return new Declaration.Unenforceable(
          type,
          "no companion class (the processor did not run); add tenon-processor to the compiler's"
              + " annotationProcessorPaths",
          written.operations());
    }
    CompiledContract compiled = companion.getAnnotation(CompiledContract.class);
    if (compiled == null || compiled.format() != CompiledContract.FORMAT) {
      return new Declaration.Unenforceable(
          type,
          "its companion has another format than this tenon-core reads; compile it with the"
              + " tenon-processor of the same version",
          written.operations());
    }
    if (!compiled.fingerprint().equals(written.fingerprint())
        || !compiled.type().equals(type.getName())) {
      return new Declaration.Unenforceable(
          type,
          "stale companion: it was compiled from another version of the declaration; rebuild from"
              + " clean",
          written.operations());
    }
    Contract contract = Companions.contract(compiled);
    return new Declaration.Compiled(type, contract, companion, null);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
