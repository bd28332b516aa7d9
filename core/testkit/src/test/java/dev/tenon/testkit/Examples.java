package dev.tenon.testkit;

import static dev.tenon.testkit.TenonAssertions.assertThatRecordedViolation;
import static dev.tenon.testkit.TenonAssertions.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.model.Party;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Test classes that are not run as tests of this module but by its tests. */
final class Examples {

  private static final Vault VAULT = new HonestVault();

  private Examples() {}

  /** An application that eats what it should not. */
  static void swallowing(Runnable call) {
    try {
      call.run();
    } catch (AssertionError swallowed) {
      // Nobody hears of it.
    }
  }

  static void onAnotherThread(Runnable call) throws InterruptedException {
    Thread other = new Thread(() -> swallowing(call));
    other.start();
    other.join();
  }

  @RequiresTenon(seams = Vault.class)
  static class Mixed {

    @Test
    void holds() {
      VAULT.withdraw(1);
    }

    @Test
    void swallows() {
      swallowing(() -> VAULT.withdraw(-1));
    }

    @Test
    void swallows_thrice() {
      for (int i = 0; i < 3; i++) {
        swallowing(() -> VAULT.withdraw(-2));
      }
    }

    @Test
    void swallows_on_another_thread() throws InterruptedException {
      onAnotherThread(() -> VAULT.withdraw(-3));
    }

    @Test
    void observes() {
      Seams.policy().mode("dev.tenon.testkit.Vault", Mode.OBSERVE);
      try {
        VAULT.withdraw(-4);
      } finally {
        Seams.policy().reset("dev.tenon.testkit.Vault");
      }
    }

    @Test
    void leaves_undecided() {
      VAULT.withdraw(13);
    }

    @Test
    void meets_an_error_of_tenon() {
      Seams.ledger().error("a test", new IllegalStateException());
    }

    @Test
    void throws_it() {
      VAULT.withdraw(-5);
    }

    @Test
    void asserts_it() {
      assertThatViolation(() -> VAULT.withdraw(-6)).blames(Party.CLIENT);
    }

    @Test
    void asserts_one_and_swallows_one() {
      assertThatViolation(() -> VAULT.withdraw(-7)).blames(Party.CLIENT);
      swallowing(() -> VAULT.withdraw(-8));
    }

    @Test
    void asserts_the_record() {
      assertThatRecordedViolation(() -> VAULT.withdraw(13)).blames(Party.CONTRACT);
    }

    @Test
    void takes_it_out(Violations violations) throws InterruptedException {
      onAnotherThread(() -> VAULT.withdraw(-9));
      assertThat(violations.list()).hasSize(1);
      TenonAssertions.assertThat(violations.takeOnly()).seen("amount", "-9");
      assertThat(violations.list()).isEmpty();
    }

    @Test
    void takes_all_out(Violations violations) {
      swallowing(() -> VAULT.withdraw(-1));
      swallowing(() -> VAULT.withdraw(-1));
      assertThat(violations.take()).hasSize(2);
    }

    @Test
    void takes_out_what_is_not_there(Violations violations) {
      violations.takeOnly();
    }
  }

  @RequiresTenon
  static class Inherited {}

  static class Heir extends Inherited {

    @Test
    void swallows() {
      swallowing(() -> VAULT.withdraw(-1));
    }

    @Nested
    class Inside {

      @Test
      void swallows() {
        swallowing(() -> VAULT.withdraw(-1));
      }
    }
  }

  @RequiresTenon
  static class BetweenTests {

    @BeforeAll
    static void swallows() {
      swallowing(() -> VAULT.withdraw(-1));
    }

    @Test
    void holds() {
      VAULT.withdraw(1);
    }
  }

  @RequiresTenon
  static class BetweenTestsAndTaken {

    @BeforeAll
    static void takes_it_out(Violations violations) {
      swallowing(() -> VAULT.withdraw(-1));
      violations.takeOnly();
    }

    @Test
    void holds() {
      VAULT.withdraw(1);
    }
  }

  @RequiresTenon(seams = Runnable.class)
  static class OfNoSeam {

    @Test
    void is_not_reached() {}
  }

  static class Plain {

    @Test
    void swallows() {
      swallowing(() -> VAULT.withdraw(-1));
    }
  }

  /** Two tests that meet while both are running. */
  @RequiresTenon
  static class OnTheirOwnThreads {

    static final CountDownLatch BOTH = new CountDownLatch(2);

    @Test
    void swallows() throws InterruptedException {
      BOTH.countDown();
      BOTH.await();
      swallowing(() -> VAULT.withdraw(-1));
    }

    @Test
    void holds() throws InterruptedException {
      BOTH.countDown();
      BOTH.await();
    }
  }

  /** Two tests that are both running while a third thread meets a violation. */
  @RequiresTenon
  static class OnAThirdThread {

    static final CountDownLatch BOTH = new CountDownLatch(2);
    static final CountDownLatch DONE = new CountDownLatch(1);

    @Test
    void swallows() throws InterruptedException {
      BOTH.countDown();
      BOTH.await();
      onAnotherThread(() -> VAULT.withdraw(-1));
      DONE.countDown();
    }

    @Test
    void waits() throws InterruptedException {
      BOTH.countDown();
      DONE.await();
    }
  }
}
