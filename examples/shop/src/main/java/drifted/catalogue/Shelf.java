package drifted.catalogue;

import goods.Product;
import java.util.List;

/** A catalogue that lists what it has as it came in. */
public final class Shelf implements Catalogue {

  private final List<Product> products;

  /**
   * A shelf.
   *
   * @param products what is on it, as it came in; at least one
   */
  public Shelf(List<Product> products) {
    this.products = List.copyOf(products);
  }

  @Override
  public List<Product> search(String word) {
    return products.stream().filter(product -> product.name().contains(word)).toList();
  }

  @Override
  public Product newest() {
    return products.get(products.size() - 1);
  }
}
