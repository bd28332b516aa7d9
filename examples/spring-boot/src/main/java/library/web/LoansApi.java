package library.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Loans, as of an OpenAPI document. Marked as generators mark it, so that a proxy in front of the
 * controller validates the calls.
 */
@Validated
@RestController // also behind a JDK proxy, which shows nothing of the class
@RequestMapping("/loans")
public interface LoansApi {

  /** A loan. */
  record LoanView(long id, String card, String isbn, int days) {}

  /** Lends a book. */
  @PostMapping
  LoanView lend(
      @RequestParam("card") @Size(min = 4, max = 4) String card,
      @RequestParam("isbn") String isbn,
      @RequestParam("days") @Min(1) Integer days);

  /** Lends it for some days more. */
  @PostMapping("/{id}")
  LoanView prolong(@PathVariable("id") Long id, @RequestParam("more") Integer more);

  /** A loan that there is. */
  @GetMapping("/{id}")
  LoanView loan(@PathVariable("id") @Min(1) Long id);
}
