package dev.tenon.scenario.pricing;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** A seam that promises little. */
public interface Pricing {

  /** The price of so many pieces. */
  @Requires(value = "pieces >= 0", name = "countable")
  @Ensures(value = "result >= -1", name = "bounded")
  int quote(String what, int pieces);

  /** Orders so many pieces. */
  @Ensures(value = "ordered() >= old(ordered())", name = "growing")
  void order(int pieces);

  /** How many pieces were ordered. */
  int ordered();

  /** Finds the number of something. */
  int find(String what);
}
