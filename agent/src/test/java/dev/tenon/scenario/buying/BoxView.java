package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.scenario.pricing.Box;

/** Of an operation that the seam inherits. */
@Assumes(Box.OfText.class)
public interface BoxView {

  /** Puts text in, and gets some. */
  @Requires(value = "!thing.isEmpty()", name = "some")
  @Ensures(value = "!result.isEmpty()", name = "full")
  String put(String thing);
}
