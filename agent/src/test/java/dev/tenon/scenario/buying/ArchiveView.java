package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Throws;
import dev.tenon.scenario.pricing.Archive;

/** A view that is prepared for another exception than its seam names. */
@Assumes(Archive.class)
public interface ArchiveView {

  /** Finds something that costs. */
  @Ensures(value = "result > 0", name = "costs")
  @Throws(value = IllegalArgumentException.class, name = "unknown")
  int look(int number);
}
