package dev.tenon.spring.boot;

import dev.tenon.Seams;
import dev.tenon.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says once what is enforced and what is not: loudly when something is not. */
final class StatusReport implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(StatusReport.class);

  private final AtomicBoolean isSaid = new AtomicBoolean();

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    if (isSaid.compareAndSet(false, true)) {
      say(Seams.status());
    }
  }

  private static void say(Status status) {
    boolean isWhole =
        status.isAgentAttached()
            && status.notEnforced().isEmpty()
            && status.switchedOff().isEmpty();
    if (isWhole) {
      LOG.info("{}", status.text());
    } else {
      LOG.warn("{}", status.text());
    }
  }
}
