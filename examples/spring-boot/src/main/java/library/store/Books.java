package library.store;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The books; nobody implements it but Spring Data, by a JDK proxy. */
@Seam(owner = "store")
public interface Books extends JpaRepository<Book, String> {

  /** The books whose title has this part. */
  @Requires(
      value = "!part.isBlank()",
      name = "something",
      because = "every title has nothing in it: that would be the whole table")
  @Ensures(value = "limit.isUnlimited() || result.size() <= limit.max()", name = "few")
  List<Book> findByTitleContainingOrderByIsbn(@NotNull String part, @NotNull Limit limit);
}
