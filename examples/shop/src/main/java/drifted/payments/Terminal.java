package drifted.payments;

import goods.Receipt;

/** Charges whole euros. */
public final class Terminal implements Payments {

  private static final long CENTS = 100;

  @Override
  public Receipt charge(String card, long amount) {
    return new Receipt(card, amount * CENTS);
  }
}
