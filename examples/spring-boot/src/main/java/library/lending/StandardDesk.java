package library.lending;

import java.util.NoSuchElementException;
import library.store.Loan;
import library.store.Loans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Lends books, and is wrong on purpose.
 *
 * <p>No loan lasts longer than {@value #MOST} days: what is asked beyond is cut off in silence.
 */
@Service
@Validated
@Transactional
public class StandardDesk implements Desk {

  private static final int MOST = 28;

  private final Loans loans;

  /** Made by Spring. */
  public StandardDesk(Loans loans) {
    this.loans = loans;
  }

  @Override
  public Loan lend(String card, String isbn, int days) {
    return loans.save(new Loan(card, isbn, days));
  }

  @Override
  public Loan prolong(long id, int more) {
    Loan loan = loan(id);
    loan.lastFor(Math.min(MOST, loan.days() + more));
    return loan;
  }

  @Override
  public Loan loan(long id) {
    return loans
        .findById(id)
        .orElseThrow(() -> new NoSuchElementException("there is no loan " + id));
  }
}
