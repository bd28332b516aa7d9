package drifted.checkout;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import drifted.catalogue.Catalogue;
import goods.Product;
import java.util.List;

/** What the checkout takes for granted of the catalogue. */
@Assumes(Catalogue.class)
interface CatalogueView {

  /** Offers the first one it gets. */
  @Ensures(value = "!result.isEmpty()", name = "found", because = "there is always an offer")
  @Ensures(
      value = "goods.Prices.areCheapestFirst(result)",
      name = "ordered",
      because = "the first is offered as the cheapest")
  List<Product> search(String word);

  /** Writes the number down. */
  @Ensures(value = "result.id().length() <= 32", name = "fits", because = "orders.product is 32")
  Product newest();
}
