package dev.tenon.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * A test of a {@link ClientSuite}. It takes a parameter of the seam's type: the supplier that it is
 * to be run against.
 *
 * <pre>{@code
 * @ClientTest
 * void a_sale_costs_something(Pricing pricing) { … }
 * }</pre>
 */
@Documented
@TestTemplate
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ClientTest {}
