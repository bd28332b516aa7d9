package library.web;

import java.util.concurrent.CompletableFuture;
import library.catalogue.Catalogue;
import library.lending.Reminders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What goes through other threads and other servers; it leaves to them what it should see to. */
@RestController
public class ServicesController {

  private final Reminders reminders;
  private final ObjectProvider<Catalogue> catalogue;

  /** Made by Spring. */
  public ServicesController(Reminders reminders, ObjectProvider<Catalogue> catalogue) {
    this.reminders = reminders;
    this.catalogue = catalogue;
  }

  /** Reminds a member. */
  @PostMapping("/reminders")
  public CompletableFuture<String> remind(
      @RequestParam("card") String card, @RequestParam("days") int days) {
    return reminders.remind(card, days);
  }

  /** What the catalogue has. */
  @GetMapping("/catalogue")
  public String search(@RequestParam("title") String title) {
    return catalogue.getObject().search(title);
  }
}
