package dev.tenon;

import dev.tenon.contract.Assumes;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.guard.Questions;
import dev.tenon.verdict.MalformedContract;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a seam, inheritance resolved: to be read, and to be asked without a call. What it
 * asks is the compiled clauses themselves, so that its answers are those of the guards.
 *
 * <p>For tools and tests; reading costs as much as {@link Seams#guard(Class, Object)}. Thread-safe.
 */
public final class SeamTerms {

  private final Class<?> seam;
  private final List<OperationTerms> operations;

  private SeamTerms(Class<?> seam, List<OperationTerms> operations) {
    this.seam = seam;
    this.operations = operations;
  }

  /**
   * The terms of a seam itself, whoever supplies it.
   *
   * @param seam the interface
   * @return its terms
   * @throws MalformedContract if what binds it cannot be enforced
   */
  public static SeamTerms of(Class<?> seam) {
    return of(null, seam, seam);
  }

  /**
   * The terms that bind one kind of supplier: those of the seam, and what its class declares.
   *
   * @param seam the interface
   * @param supplier the class of the supplier
   * @return the terms
   * @throws MalformedContract if what binds it cannot be enforced
   */
  public static SeamTerms of(Class<?> seam, Class<?> supplier) {
    return of(null, seam, supplier);
  }

  /**
   * The terms of a seam, and what one client promises and relies on beside them.
   *
   * @param seam the interface
   * @param view an interface with {@link Assumes} about the seam, or about what the seam extends
   * @return the terms, those of the view first
   * @throws MalformedContract if what binds it, or the view, cannot be enforced
   * @throws IllegalArgumentException if the view is none of this seam
   */
  public static SeamTerms withView(Class<?> seam, Class<?> view) {
    Objects.requireNonNull(seam, "seam");
    return of(null, seam, seam, List.of(Guarding.view(seam, view)));
  }

  /**
   * The same for a seam in a package that the core does not see.
   *
   * @param lookup a lookup of a class that sees the seam; null for what the core sees
   * @param seam the interface
   * @param supplier the class of the supplier, or the seam for what it says itself
   * @return the terms
   * @throws MalformedContract if what binds it cannot be enforced
   */
  public static SeamTerms of(
      MethodHandles.@Nullable Lookup lookup, Class<?> seam, Class<?> supplier) {
    Objects.requireNonNull(seam, "seam");
    Objects.requireNonNull(supplier, "supplier");
    return of(lookup, seam, supplier, List.of());
  }

  private static SeamTerms of(
      MethodHandles.@Nullable Lookup lookup,
      Class<?> seam,
      Class<?> supplier,
      List<ClientView> assumed) {
    List<OperationTerms> operations =
        Arrays.stream(seam.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .sorted(
                Comparator.comparing(Method::getName)
                    .thenComparing(method -> Arrays.toString(method.getParameterTypes())))
            .map(
                method ->
                    new OperationTerms(
                        method, Questions.of(lookup, supplier, seam, assumed, method)))
            .toList();
    return new SeamTerms(seam, operations);
  }

  /**
   * The seam.
   *
   * @return the interface
   */
  public Class<?> seam() {
    return seam;
  }

  /**
   * Its operations, also those that nothing binds; static methods are none.
   *
   * @return the operations by name and types of parameters
   */
  public List<OperationTerms> operations() {
    return operations;
  }
}
