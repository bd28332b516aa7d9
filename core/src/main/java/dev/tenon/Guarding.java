package dev.tenon;

import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.internal.declaration.Declarations;
import dev.tenon.internal.guard.Constrainings;
import dev.tenon.verdict.MalformedContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with what a checking proxy is asked for. */
final class Guarding {

  private Guarding() {}

  /**
   * A seam and its supplier.
   *
   * @param viewer a loader whose holders count as well as those of the supplier; null for the
   *     seam's
   */
  static void check(Class<?> seam, Object supplier, @Nullable ClassLoader viewer) {
    if (!isBound(seam, supplier, viewer)) {
      throw new MalformedContract(
          seam.getName()
              + " has no clauses: there is nothing to guard; add @Requires, @Ensures or, on a"
              + " @Seam, constraints of Bean Validation; or let the"
              + " supplier's class loader see a holder (@ContractFor)");
    }
  }

  /** The same with the view of a client: then the seam need not have a contract. */
  static ClientView view(
      Class<?> seam, Object supplier, Class<?> type, @Nullable ClassLoader viewer) {
    Objects.requireNonNull(type, "view");
    isBound(seam, supplier, viewer);
    return view(seam, type);
  }

  /** A view that can be enforced at a seam. */
  static ClientView view(Class<?> seam, Class<?> type) {
    ClientView view = ClientView.of(type);
    if (view == null) {
      throw new IllegalArgumentException(
          type.getName() + " is no view: say which seam it is about with @Assumes");
    }
    if (!view.seam().isAssignableFrom(seam)) {
      throw new IllegalArgumentException(
          type.getName() + " is a view of " + view.seam().getName() + ", not of " + seam.getName());
    }
    if (view.declaration() instanceof Declaration.Unenforceable not) {
      throw new MalformedContract(type.getName() + " is not enforced: " + not.reason());
    }
    if (view.declaration() instanceof Declaration.Silent && !Constrainings.areOn(type)) {
      throw new MalformedContract(
          type.getName()
              + " says nothing: add @Requires, @Ensures, @Throws or constraints of Bean Validation"
              + " to methods that mirror those of "
              + view.seam().getName());
    }
    return view;
  }

  /** Whether the supplier is bound by anything; what it is must be possible to guard. */
  private static boolean isBound(Class<?> seam, Object supplier, @Nullable ClassLoader viewer) {
    Objects.requireNonNull(seam, "seam");
    Objects.requireNonNull(supplier, "supplier");
    if (!seam.isInterface()) {
      throw new IllegalArgumentException(
          seam.getName() + " is no interface: guard takes the seam, " + hint(supplier.getClass()));
    }
    if (seam.isSealed()) {
      throw new IllegalArgumentException(
          seam.getName() + " is sealed: the JVM allows no proxy of it; attach the agent instead");
    }
    List<Declaration> binding =
        Declarations.binding(supplier.getClass(), viewer == null ? seam.getClassLoader() : viewer);
    for (Declaration declaration : binding) {
      if (declaration instanceof Declaration.Unenforceable not) {
        throw new MalformedContract(not.type().getName() + " is not enforced: " + not.reason());
      }
    }
    return !binding.isEmpty() || Constrainings.areAny(supplier.getClass());
  }

  private static String hint(Class<?> supplier) {
    Class<?>[] interfaces = supplier.getInterfaces();
    return interfaces.length == 0
        ? "an interface that the supplier implements"
        : "for example " + interfaces[0].getName();
  }
}
