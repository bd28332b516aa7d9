package mended.checkout;

import goods.Product;
import java.util.List;
import mended.catalogue.Catalogue;
import mended.payments.Payments;
import shop.Till;

/** Sells what the catalogue has, and says so when it has nothing. */
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
    List<Product> found = catalogue.search(word);
    if (found.isEmpty()) {
      return "no " + word + " today";
    }
    return found.get(0).name() + " for " + found.get(0).cents() + " cents";
  }

  @Override
  public String note() {
    return catalogue.newest().id();
  }

  @Override
  public String sell(String card, long cents) {
    return "paid " + payments.charge(card, cents).cents() + " cents";
  }
}
