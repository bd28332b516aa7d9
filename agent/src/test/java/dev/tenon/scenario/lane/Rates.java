package dev.tenon.scenario.lane;

import dev.tenon.contract.Requires;

/** Promises nothing of what it gives. */
@FunctionalInterface
interface Rates {

  /** The rate of a currency. */
  @Requires("currency.length() == 3")
  int of(String currency);
}
