package dev.tenon.internal.check;

import dev.tenon.contract.companion.Flag;
import dev.tenon.internal.constraint.Constrained;
import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of one operation of one declaration, for one class of receivers.
 *
 * @param about the type whose operation it is: the one that declares them, or the seam of a view
 * @param declaring the type that declares them
 * @param constrained the operation
 * @param receiver the class of the receivers
 * @param flags the flag of the current thread
 * @param problems takes what cannot be enforced, with the reason and what to do
 */
public record Constraining(
    Class<?> about,
    Class<?> declaring,
    Constrained constrained,
    Class<?> receiver,
    Supplier<Flag> flags,
    Consumer<String> problems) {

  /** One bit for each clause of a role, and one more, must fit into a number. */
  private static final int MOST_CLAUSES = 63;

  /** The client's view that declares them; null when a seam does. */
  @Nullable Class<?> view() {
    return declaring == about ? null : declaring;
  }

  /**
   * Those of one role.
   *
   * @param compiled how many clauses of the role there are beside them
   */
  @Nullable ConstraintSide side(Clause.Role role, MethodType operands, int compiled) {
    int all = constrained.operation().of(role).size() + compiled;
    if (all > MOST_CLAUSES) {
      problems.accept(
          constrained.operation().name()
              + ": it has "
              + all
              + " clauses of one kind, and "
              + MOST_CLAUSES
              + " are the most: its constraints are left out; put some on a type that it takes, with"
              + " @Valid");
      return null;
    }
    return ConstraintSide.link(declaring, constrained, role, operands, receiver, flags, problems);
  }
}
