package library.web;

import java.util.Objects;
import library.lending.Desk;
import library.store.Loan;
import org.springframework.web.bind.annotation.RestController;

/** Asks the desk, and is wrong on purpose: it leaves to the desk what it should see to itself. */
@RestController
public class LoansController implements LoansApi {

  private final Desk desk;

  /** Made by Spring. */
  public LoansController(Desk desk) {
    this.desk = desk;
  }

  @Override
  public LoanView lend(String card, String isbn, Integer days) {
    return view(desk.lend(card, isbn, days));
  }

  @Override
  public LoanView prolong(Long id, Integer more) {
    return view(desk.prolong(id, more));
  }

  @Override
  public LoanView loan(Long id) {
    return view(desk.loan(id));
  }

  private static LoanView view(Loan loan) {
    return new LoanView(Objects.requireNonNull(loan.id()), loan.card(), loan.isbn(), loan.days());
  }
}
