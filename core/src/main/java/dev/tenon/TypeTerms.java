package dev.tenon;

import dev.tenon.internal.guard.Questions;
import dev.tenon.model.Clause.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What binds the objects of a class: its invariants, inheritance resolved, and the preconditions of
 * its constructors. To be read, and to be asked without a handoff.
 *
 * <p>For tools and tests. Thread-safe.
 */
public final class TypeTerms {

  private final Class<?> type;
  private final Questions invariants;

  private TypeTerms(Class<?> type) {
    this.type = type;
    this.invariants = Questions.of(type, null);
  }

  /**
   * The terms of a class.
   *
   * @param type a class, record or enum
   * @return its terms; without clauses where nothing binds it, or what does cannot be enforced
   */
  public static TypeTerms of(Class<?> type) {
    return new TypeTerms(Objects.requireNonNull(type, "type"));
  }

  /**
   * The invariants.
   *
   * @return the clauses, the most general declaration first
   */
  public List<StatedClause> invariants() {
    return invariants.all().stream().map(OperationTerms::stated).toList();
  }

  /**
   * The preconditions of a constructor, constraints left out.
   *
   * @param parameters the names of its parameters, in order
   * @return the clauses in source order; empty when there is no such constructor
   */
  public List<StatedClause> constructor(List<String> parameters) {
    return Questions.of(type, List.copyOf(parameters)).all().stream()
        .map(OperationTerms::stated)
        .filter(each -> each.clause().role() == Role.REQUIRES)
        .toList();
  }

  /**
   * Whether all invariants of an object are true now.
   *
   * @param object an object of the class
   * @return false also where one could not be evaluated
   */
  public boolean holds(Object object) {
    @Nullable Object[] none = new Object[0];
    return invariants.call(object, none).returning(null).stream().allMatch(Questions.Reply::isTrue);
  }
}
