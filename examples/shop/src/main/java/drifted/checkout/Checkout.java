package drifted.checkout;

import drifted.catalogue.Catalogue;
import drifted.payments.Payments;
import goods.Product;
import goods.Receipt;
import shop.Till;

/** Sells what the catalogue has. */
public final class Checkout implements Till {

  private final Catalogue catalogue;
  private final Payments payments;

  /**
   * A checkout.
   *
   * @param catalogue what is on sale
   * @param payments who takes the money
   */
  public Checkout(Catalogue catalogue, Payments payments) {
    this.catalogue = catalogue;
    this.payments = payments;
  }

  @Override
  public String offer(String word) {
    Product cheapest = catalogue.search(word).get(0);
    return cheapest.name() + " for " + cheapest.cents() + " cents";
  }

  @Override
  public String note() {
    return catalogue.newest().id();
  }

  @Override
  public String sell(String card, long cents) {
    Receipt receipt = payments.charge(card, cents);
    return "paid " + receipt.cents() + " cents";
  }
}
