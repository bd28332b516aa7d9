package dev.tenon.scenario.auditing;

import dev.tenon.scenario.pricing.Pricing;

/** The other client. */
public final class Auditor {

  private Auditor() {}

  /** Asks for a price. */
  public static int price(Pricing pricing, String what) {
    return pricing.quote(what, 1);
  }

  /** Asks for the price of several. */
  public static int price(Pricing pricing, String what, int pieces) {
    return pricing.quote(what, pieces);
  }
}
