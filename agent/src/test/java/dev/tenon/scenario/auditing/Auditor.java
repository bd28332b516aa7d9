package dev.tenon.scenario.auditing;

import dev.tenon.scenario.pricing.Pricing;

/** The other client. */
public final class Auditor {

  private Auditor() {}

  /** Asks for a price. */
  public static int price(Pricing pricing, String what) {
    return pricing.quote(what, 1);
  }
}
