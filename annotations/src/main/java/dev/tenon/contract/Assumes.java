package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A client's view of a seam: an interface in the client's package that says what this client
 * promises to pass and what it relies on.
 *
 * <p>The methods of a view mirror those operations of the seam that the client calls: same name,
 * same parameter types, same type returned. {@link Requires} and constraints on parameters are the
 * client's promises, {@link Ensures}, constraints on what is returned and {@link Throws} its
 * reliances: what it takes for granted of results, and the exceptions that it is prepared for.
 * Nobody implements a view, and it need not extend the seam. The seam may be somebody else's, and
 * may have no contract at all.
 *
 * <p>A view is checked at the calls of its own component: the classes of its package and the
 * packages below, or of the {@link Component} that it belongs to where one is declared. Other
 * clients are not touched. A promise that is false blames the client, before the call. A reliance
 * that is false although every guarantee of the seam held blames nobody alone: it is a gap between
 * what the client takes for granted and what anybody promises.
 *
 * <pre>{@code
 * @Assumes(bank.Pricing.class)
 * interface PricingView {
 *
 *   @Requires("!lines.isEmpty()")
 *   @Ensures("result.cents() > 0")
 *   Money quote(List<Line> lines);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Assumes {

  /**
   * The seam: the interface whose operations the client calls.
   *
   * @return an interface that the view's package sees
   */
  Class<?> value();
}
