package dev.tenon.scenario;

import dev.tenon.contract.Requires;

/** A seam with clauses that can be false together. */
public interface Ranges {

  @Requires(value = "lo <= hi", name = "ordered")
  @Requires(value = "step > 0", name = "forward")
  void between(int lo, int hi, int step);
}
