package mended.payments;

import goods.Receipt;

/** Charges cents. */
public final class Terminal implements Payments {

  @Override
  public Receipt charge(String card, long cents) {
    return new Receipt(card, cents);
  }
}
