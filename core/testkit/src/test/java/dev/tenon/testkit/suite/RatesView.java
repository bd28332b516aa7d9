package dev.tenon.testkit.suite;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;

/** A client that never sees a rate of 0. */
@Assumes(Rates.class)
public interface RatesView {

  @Ensures("result > 0")
  int rate(String currency);
}
