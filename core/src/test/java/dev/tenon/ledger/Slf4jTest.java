package dev.tenon.ledger;

import static dev.tenon.model.Mode.ENFORCE;
import static dev.tenon.model.Mode.OBSERVE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Violation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class Slf4jTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(Violations.SEAM);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  @BeforeEach
  void listen() {
    appender.start();
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
  }

  @Test
  void slf4j_2_carries_the_key_values_beside_the_text() {
    Violation violation = Violations.seeing("{}");

    record(Voice.ofSlf4j(), violation, OBSERVE);

    assertThat(appender.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getFormattedMessage()).isEqualTo(violation.text());
              assertThat(event.getKeyValuePairs())
                  .anySatisfy(
                      pair -> {
                        assertThat(pair.key).isEqualTo("fingerprint");
                        assertThat(pair.value).isEqualTo(violation.fingerprint());
                      });
            });
  }

  @Test
  void what_is_thrown_is_logged_as_an_error() {
    record(Voice.ofSlf4j(), Violations.seeing("1"), ENFORCE);

    assertThat(appender.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
  }

  @Test
  void an_older_slf4j_gets_them_after_the_text() {
    Violation violation = Violations.seeing("{}");

    record(new PlainVoice(), violation, ENFORCE);

    assertThat(appender.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage())
                  .startsWith(violation.text() + " {seam=bank.Vault")
                  .endsWith("count=1}");
            });
  }

  private static void record(Voice voice, Violation violation, Mode mode) {
    Ledger ledger = new Ledger(10, 10, voice, hook -> {});
    ledger.record(violation, mode);
    assertThat(ledger.errorTexts()).isEmpty();
  }
}
