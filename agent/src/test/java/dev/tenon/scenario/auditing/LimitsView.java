package dev.tenon.scenario.auditing;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Requires;
import dev.tenon.scenario.pricing.Pricing;

/** A second view of the same client. */
@Assumes(Pricing.class)
interface LimitsView {

  /** Asks for one at a time. */
  @Requires(value = "pieces == 1", name = "single")
  int quote(String what, int pieces);
}
