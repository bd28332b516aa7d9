package dev.tenon.scenario.pricing;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Throws;

/** A seam that says when it must throw. */
public interface Ticket {

  /** Sells so many. */
  @Ensures(value = "result >= 0", name = "some")
  @Throws(value = IllegalStateException.class, when = "pieces == 7", name = "unlucky")
  int sell(int pieces);
}
