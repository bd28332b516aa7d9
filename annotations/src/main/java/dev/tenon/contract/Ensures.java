package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A guarantee: what the supplier owes when this operation returns normally.
 *
 * <p>It is owed only for a call whose preconditions held. The text may use {@code result}, the
 * value returned, and {@code old(expr)}, the value that {@code expr} had at entry. On a constructor
 * {@code this} is the object made, and there is neither a {@code result} nor an old {@code this}.
 *
 * <pre>{@code
 * @Ensures("from.balance() == old(from.balance()) - amount")
 * Receipt transfer(Account from, Account to, long amount);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Repeatable(Ensures.List.class)
public @interface Ensures {

  /**
   * One boolean Java expression over the parameters, {@code this}, {@code result}, {@code old(…)}
   * and what the file imports.
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

  /** Several guarantees of one operation, in source order. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
  @interface List {

    /**
     * The guarantees.
     *
     * @return the guarantees in source order
     */
    Ensures[] value();
  }
}
