package dev.tenon.scenario.lane;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;

/** What is taken for granted all the same. */
@Assumes(Rates.class)
interface RatesView {

  /** A rate that one can divide by. */
  @Ensures(value = "result > 0", name = "divisible")
  int of(String currency);
}
