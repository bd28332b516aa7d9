package dev.tenon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTest {

  @Test
  void the_jdks_own_message_is_quoted() {
    assertThat(Cause.threw(new ArithmeticException("/ by zero"), false).text())
        .isEqualTo("threw java.lang.ArithmeticException: / by zero");
  }

  @Test
  void a_message_that_breaks_lines_stays_on_one() {
    assertThat(Cause.threw(new IllegalStateException("a\nb"), false).text())
        .isEqualTo("threw java.lang.IllegalStateException: a\\nb");
  }

  @Test
  void an_exception_without_a_message_is_its_type() {
    assertThat(Cause.threw(new StackOverflowError(), false).text())
        .isEqualTo("recursed for ever: it fills a fresh stack as well");
  }

  @Test
  void beside_sensitive_values_no_message_is_quoted() {
    assertThat(Cause.threw(new NumberFormatException("For input string: \"4111\""), true).text())
        .isEqualTo("threw java.lang.NumberFormatException");
  }

  @Test
  void the_message_of_an_applications_exception_is_never_asked_for() {
    assertThat(Cause.threw(new BlockingException(), false).text())
        .isEqualTo("threw dev.tenon.verdict.CauseTest$BlockingException");
  }

  private static final class BlockingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new AssertionError("application code ran");
    }
  }
}
