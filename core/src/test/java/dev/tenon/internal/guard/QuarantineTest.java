package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Quarantine quarantine = new Quarantine(3);

  @Test
  void a_clause_may_fail_as_often_as_the_limit_within_a_minute() {
    assertThat(failing(3, 0)).isFalse();
    assertThat(failing(1, 59 * SECOND)).isTrue();
  }

  @Test
  void a_minute_is_one_at_any_time() {
    assertThat(failing(1, 0)).isFalse();
    assertThat(failing(2, 50 * SECOND)).isFalse();
    assertThat(failing(1, 60 * SECOND)).isFalse();
    assertThat(failing(1, 109 * SECOND)).isTrue();
  }

  @Test
  void failures_that_are_rare_never_exceed_it() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(failing(1, i * 20 * SECOND)).isFalse();
    }
  }

  @Test
  void the_count_begins_anew_when_it_was_exceeded() {
    assertThat(failing(4, 0)).isTrue();
    assertThat(failing(3, SECOND)).isFalse();
    assertThat(failing(1, SECOND)).isTrue();
  }

  @Test
  void clauses_are_counted_each_for_itself() {
    assertThat(failing(3, 0)).isFalse();

    assertThat(quarantine.isExceeded("b", 0)).isFalse();
  }

  @Test
  void times_may_be_negative_and_overflow() {
    assertThat(failing(3, Long.MAX_VALUE)).isFalse();
    assertThat(failing(1, Long.MIN_VALUE + SECOND)).isTrue();
  }

  @Test
  void a_limit_of_zero_is_none() {
    Quarantine never = new Quarantine(0);

    for (int i = 0; i < 1_000; i++) {
      assertThat(never.isExceeded("a", 0)).isFalse();
    }
  }

  @Test
  void the_reason_names_the_limit() {
    assertThat(quarantine.reason()).isEqualTo("it failed more than 3 times within a minute");
    assertThat(new Quarantine(1).reason()).isEqualTo("it failed more than 1 time within a minute");
  }

  /** Whether the last of so many failures was one too many. */
  private boolean failing(int times, long now) {
    boolean isExceeded = false;
    for (int i = 0; i < times; i++) {
      isExceeded = quarantine.isExceeded("a", now);
    }
    return isExceeded;
  }
}
