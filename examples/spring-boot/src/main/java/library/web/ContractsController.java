package library.web;

import dev.tenon.Seams;
import dev.tenon.verdict.Violation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tenon knows of the running application. */
@RestController
@RequestMapping("/contracts")
public class ContractsController {

  /** What is enforced, and what is not and why. */
  @GetMapping("/status")
  public String status() {
    return Seams.status().text();
  }

  /** The last violations, the oldest first, a line each. */
  @GetMapping("/violations")
  public String violations() {
    List<Violation> violations = Seams.ledger().recent();
    StringBuilder lines = new StringBuilder();
    for (Violation violation : violations) {
      lines.append(line(violation)).append('\n');
    }
    return lines.toString();
  }

  private static String line(Violation violation) {
    return String.join(
        " ",
        violation.blamed().name(),
        violation.operation().seam() + "." + violation.operation().name(),
        violation.clause().name(),
        violation.client().className() + "." + violation.client().method(),
        violation.supplier().className());
  }
}
