package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A precondition: what the client owes at entry of this operation.
 *
 * <p>When it is false the client is to blame and, where the clause is enforced, the body does not
 * run. On a constructor it may use the parameters and what is static: there is no {@code this} yet.
 *
 * <pre>{@code
 * @Requires(value = "amount <= from.balance()", because = "an overdraft needs its own approval")
 * Receipt transfer(Account from, Account to, long amount);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Repeatable(Requires.List.class)
public @interface Requires {

  /**
   * One boolean Java expression over the parameters, {@code this}, and what the file imports.
   *
   * @return the text of the clause; never empty
   */
  String value();

  /**
   * The stable name of the clause within its operation.
   *
   * @return the name; empty to derive it from the text
   */
  String name() default "";

  /**
   * Why the clause is there, shown when it is broken.
   *
   * @return the reason; may be empty
   */
  String because() default "";

  /** Several preconditions of one operation, in source order. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
  @interface List {

    /**
     * The preconditions.
     *
     * @return the preconditions in source order
     */
    Requires[] value();
  }
}
