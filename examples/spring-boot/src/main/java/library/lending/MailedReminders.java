package library.lending;

import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/** Does it in a thread of its own: nobody waits for letters. */
@Service
public class MailedReminders implements Reminders {

  @Async
  @Override
  public CompletableFuture<String> remind(String card, int days) {
    return CompletableFuture.completedFuture(card + ": " + days + " days left");
  }
}
