package mended.catalogue;

import dev.tenon.contract.Ensures;
import goods.Product;
import java.util.List;

/** What is on sale. */
public interface Catalogue {

  /** All products whose name has a word in it, the cheapest first; may be empty. */
  @Ensures(value = "result.stream().allMatch(p -> p.name().contains(word))", name = "matching")
  @Ensures(value = "goods.Prices.areCheapestFirst(result)", name = "ordered")
  List<Product> search(String word);

  /** What came in last. */
  @Ensures(value = "result.id().length() <= 64", name = "short")
  Product newest();
}
