package dev.tenon.testkit;

import dev.tenon.testkit.suite.Undeclared;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A test class that is made from a contract: every operation of a seam is tested on every supplier
 * that the class gives, with arguments made from the clauses and constraints.
 *
 * <pre>{@code
 * @ContractSuite(Savings.class)
 * class SavingsTest {
 *   Savings fresh() {
 *     return new StandardSavings();
 *   }
 * }
 * }</pre>
 *
 * <p>The class gives suppliers by methods without parameters: {@code fresh()} returns a new one at
 * each call; {@code suppliers()} returns a stream or collection of new ones, or of {@link
 * java.util.function.Supplier}s of them, or a map of such by name. Methods with jqwik's
 * {@code @Provide} that return an {@code Arbitrary} give the values of types that have no way to be
 * made.
 *
 * <p>Shown are, for each operation, calls inside of its contract (every branch and bound of its
 * clauses, then values at random), which must keep guarantees, exception clauses and invariants;
 * calls outside, which must be refused and change nothing; then sequences of calls; and that each
 * operation and clause was exercised. Agent or not, a checking proxy stands before each supplier.
 * The summary is printed and written as JSON below {@code target/tenon}, or where the configuration
 * parameter {@code dev.tenon.reports} says.
 *
 * <p>Found by the test engine {@code tenon}, in any run of the JUnit Platform.
 */
@Documented
@Inherited
@Testable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContractSuite {

  /**
   * The seam.
   *
   * @return the interface
   */
  Class<?> value();

  /**
   * What values come from; the same seed gives the same suite.
   *
   * @return the seed; 0 for another in each run, which reports name
   */
  long seed() default 0;

  /**
   * How many cases each operation gets, beyond its branches and bounds.
   *
   * @return the number, from 1
   */
  int tries() default 200;

  /**
   * How many sequences of calls are tried.
   *
   * @return the number, from 0
   */
  int sequences() default 100;

  /**
   * How long sequences may be.
   *
   * @return the most calls of one, from 1
   */
  int steps() default 20;

  /**
   * How many calls of each operation must have been accepted: fewer, and the suite fails as
   * vacuous.
   *
   * @return the number, from 0
   */
  int minimum() default 50;

  /**
   * What an unchecked exception means that nothing declares, although all preconditions held.
   *
   * @return whether it fails the suite
   */
  Undeclared undeclared() default Undeclared.FAILS;

  /**
   * Whether collections, maps and arrays that were passed or returned are changed afterwards: a
   * supplier that shares its own state is found by it.
   *
   * @return true to change them
   */
  boolean meddling() default true;

  /**
   * How long a call of a supplier may take: one that has not returned by then fails the suite, and
   * its thread is interrupted and left alone. Cases run in a thread of their own because of it.
   *
   * @return the seconds, from 0; 0 for any time, and to run the suite in the thread of the engine,
   *     as for debugging and for suppliers that belong to a thread
   */
  int patience() default 10;
}
