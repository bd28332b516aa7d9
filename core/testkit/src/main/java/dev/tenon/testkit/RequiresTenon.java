package dev.tenon.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that relies on contracts being enforced. It fails when they are not: without agent,
 * without any known seam, or with one that cannot be enforced, found before the first test or in
 * the course of them. A test of it fails when a violation was recorded meanwhile that it did not
 * ask for, also when the application swallowed it, another thread met it, or its mode is {@code
 * observe}; likewise for verdicts that are undecided and errors of Tenon's own.
 *
 * <p>A test that expects a violation says so with {@link TenonAssertions#assertThatViolation}, or
 * takes it out of a parameter of type {@link Violations}:
 *
 * <pre>{@code
 * @RequiresTenon(seams = Vault.class)
 * class TillTest {
 *   @Test
 *   void a_negative_amount_is_the_tills_fault() {
 *     assertThatViolation(() -> till.pay(-1)).blames(Party.CLIENT).of("withdraw");
 *   }
 * }
 * }</pre>
 *
 * <p>A violation counts for the test that runs on its thread, else for every test that is running:
 * tests that run in parallel and hand work to other threads fail together. What is recorded while
 * no test runs counts for the class. Nested classes and subclasses are included.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(TenonExtension.class)
public @interface RequiresTenon {

  /**
   * The seams that have to be enforced, beyond those that are known.
   *
   * @return the interfaces; may be empty
   */
  Class<?>[] seams() default {};

  /**
   * What is judged at mocks of seams.
   *
   * @return clients and stubs, unless said otherwise; of nested classes and subclasses that say
   *     something the inner one counts
   */
  Mocks mocks() default Mocks.CHECKED;
}
