package dev.tenon.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class of a client: each {@link ClientTest} of it runs against many suppliers of a seam,
 * made up from its contract, which answer whatever that allows: the simplest first, then every
 * bound and branch of what is guaranteed, every exception that may be thrown, then values at
 * random.
 *
 * <pre>{@code
 * @ClientSuite(Pricing.class)
 * class TillTest {
 *   @ClientTest
 *   void a_sale_costs_something(Pricing pricing) {
 *     assertThat(new Till(pricing).sell("tea")).isPositive();
 *   }
 * }
 * }</pre>
 *
 * <p>A test that fails relies on something that nobody promised: the report says which answer broke
 * it, and which clause allows that. Either the client is mended, or the guarantee is asked for in
 * the seam, or in a view of the client ({@code @Assumes}), within which the suppliers then keep.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ClientExtension.class)
public @interface ClientSuite {

  /**
   * The seam.
   *
   * @return the interface
   */
  Class<?> value();

  /**
   * The client's view of it, within which answers keep.
   *
   * @return an interface with {@code @Assumes}; {@code void} for none
   */
  Class<?> view() default void.class;

  /**
   * How many suppliers answer at random, after those that show something in particular.
   *
   * @return the number, from 0
   */
  int random() default 20;

  /**
   * What answers at random come from.
   *
   * @return the seed
   */
  long seed() default 1;
}
