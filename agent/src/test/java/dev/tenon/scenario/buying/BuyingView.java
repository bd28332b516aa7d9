package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import dev.tenon.scenario.pricing.Pricing;

/** What the buyer promises and takes for granted. */
@Assumes(Pricing.class)
public interface BuyingView {

  /** Asks for named goods, and has to pay for them. */
  @Requires(value = "!what.isEmpty()", name = "named")
  @Ensures(value = "result > 0", name = "costs", because = "nothing is free")
  int quote(String what, int pieces);

  /** Gets what it orders. */
  @Ensures(value = "ordered() == old(ordered()) + pieces", name = "complete")
  void order(int pieces);

  /** Is prepared for one exception. */
  @Throws(value = IllegalArgumentException.class, name = "unknown")
  int find(String what);
}
