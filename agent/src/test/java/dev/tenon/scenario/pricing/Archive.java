package dev.tenon.scenario.pricing;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;

/** A seam that says what it throws. */
@FunctionalInterface
public interface Archive {

  /** Looks up the price of something. */
  @Requires(value = "number >= 0", name = "numbered")
  @Throws(value = IllegalStateException.class, name = "closed")
  int look(int number);
}
