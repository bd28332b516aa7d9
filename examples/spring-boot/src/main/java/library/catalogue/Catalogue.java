package library.catalogue;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What another server knows of books; nobody implements it but Spring, by a JDK proxy. */
@Seam(owner = "catalogue")
public interface Catalogue {

  /** The books with a part of their title, as JSON. */
  @Requires(value = "!title.isBlank()", name = "something")
  @Ensures(value = "result.startsWith(\"[\")", name = "list")
  @GetExchange("/books")
  String search(@RequestParam("title") String title);
}
