package mended.checkout;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import goods.Product;
import java.util.List;
import mended.catalogue.Catalogue;

/** What the checkout still takes for granted: all of it is promised. */
@Assumes(Catalogue.class)
interface CatalogueView {

  /** Offers the first one that it gets, if it gets any. */
  @Ensures(
      value = "goods.Prices.areCheapestFirst(result)",
      name = "ordered",
      because = "the first is offered as the cheapest")
  List<Product> search(String word);

  /** Writes the number down. */
  @Ensures(value = "result.id().length() <= 64", name = "fits", because = "orders.product is 64")
  Product newest();
}
