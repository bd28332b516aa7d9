package dev.tenon.scenario;

import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;

/** A seam whose objects keep a promise between their calls. */
@Invariant(value = "low() <= high()", name = "ordered", because = "a span has a length")
@Invariant(value = "low() >= 0", name = "above ground")
public interface Span {

  @Pure
  int low();

  @Pure
  int high();

  /** Moves both ends, one after the other, through {@code this}. */
  void move(int by);

  void low(int low);

  void high(int high);

  @Requires(value = "calls > 0", name = "some")
  default void touch(int calls) {}

  /** Is open while it lets others act. */
  void during(Runnable others);
}
