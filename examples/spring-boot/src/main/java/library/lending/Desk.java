package library.lending;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import library.store.Loan;

/**
 * Where books are lent: constraints, which Spring validates, beside clauses, which it does not
 * know.
 */
@Seam(owner = "lending")
public interface Desk {

  /** Lends a book. */
  @Requires(
      value = "days <= 28",
      name = "short",
      because = "what is lent for longer needs a librarian")
  @Ensures(value = "result.days() == days", name = "as-long")
  @NotNull
  Loan lend(
      @NotNull @KnownMember String card,
      @NotNull @Size(min = 13, max = 13) String isbn,
      @Positive int days);

  /** Lends it for some days more. */
  @Ensures(value = "result.days() == old(loan(id).days()) + more", name = "prolonged")
  @NotNull
  Loan prolong(long id, @Positive int more);

  /** A loan that there is. */
  @NotNull
  Loan loan(long id);
}
