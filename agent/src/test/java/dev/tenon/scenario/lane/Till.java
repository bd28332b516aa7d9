package dev.tenon.scenario.lane;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Takes and gives money: clauses of every kind. */
@Invariant(value = "sum() >= 0", name = "solvent")
interface Till {

  /** What is in it. */
  @Pure
  long sum();

  /** What was taken, in order. */
  List<Long> taken();

  /** Takes an amount. */
  @Requires(value = "amount > 0", because = "nobody pays with nothing")
  @Ensures("sum() == old(sum()) + amount")
  @Ensures("taken().size() == old(taken()).size() + 1")
  long take(long amount);

  /** Gives an amount back. */
  @Requires("amount <= sum()")
  @Throws(value = IllegalStateException.class, when = "amount > 500", name = "large")
  void give(long amount);

  /** Names whoever is served. */
  void greet(@NotNull @Size(min = 1, max = 20) String name);

  /** Asks what cannot be answered. */
  @Requires("taken().get(99) > 0")
  default boolean ask() {
    return true;
  }
}
