package library.lending;

import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import java.util.concurrent.CompletableFuture;

/** Reminds members of what they have to bring back. */
@Seam(owner = "lending")
public interface Reminders {

  /** Says, later, what was sent. */
  @Requires(value = "days > 0", name = "ahead")
  CompletableFuture<String> remind(String card, int days);
}
