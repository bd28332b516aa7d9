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
 * @param declaring the type that declares them
 * @param constrained the operation
 * @param receiver the class of the receivers
 * @param flags the flag of the current thread
 * @param problems takes what cannot be enforced, with the reason and what to do
 */
public record Constraining(
    Class<?> declaring,
    Constrained constrained,
    Class<?> receiver,
    Supplier<Flag> flags,
    Consumer<String> problems) {

  @Nullable ConstraintSide side(Clause.Role role, MethodType operands) {
    return ConstraintSide.link(declaring, constrained, role, operands, receiver, flags, problems);
  }
}
