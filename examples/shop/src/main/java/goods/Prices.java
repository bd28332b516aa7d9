package goods;

import java.util.List;

/** What contracts say of prices. */
public final class Prices {

  private Prices() {}

  /**
   * Whether none of the products costs less than the one before.
   *
   * @param products the products in their order
   * @return true also for one or none
   */
  public static boolean areCheapestFirst(List<Product> products) {
    for (int i = 1; i < products.size(); i++) {
      if (products.get(i).cents() < products.get(i - 1).cents()) {
        return false;
      }
    }
    return true;
  }
}
