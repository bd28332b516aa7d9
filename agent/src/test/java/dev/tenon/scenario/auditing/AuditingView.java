package dev.tenon.scenario.auditing;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.scenario.pricing.Pricing;

/** The opposite of what the buyer takes for granted. */
@Assumes(Pricing.class)
public interface AuditingView {

  /** Asks for what is free. */
  @Ensures(value = "result <= 0", name = "free")
  int quote(String what, int pieces);
}
