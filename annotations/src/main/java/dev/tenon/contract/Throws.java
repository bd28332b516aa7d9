package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exception clause: what this operation may throw, when it must, and what holds afterwards.
 *
 * <p>With {@code when} the call must throw this type if {@code when} held at entry, and may throw
 * it only then. Without it this type may be thrown. One exception clause closes the list: whatever
 * else the supplier throws, errors excepted, breaks the contract. It is owed only for a call whose
 * preconditions held. Not on constructors: a class file has no place there to look at what is
 * thrown.
 *
 * <pre>{@code
 * @Throws(value = AccountClosed.class, when = "from.closed()", ensures = "balance() == old(balance())")
 * Receipt transfer(Account from, Account to, long amount);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Throws.List.class)
public @interface Throws {

  /**
   * The exception; its subclasses count as well.
   *
   * @return a type that the clause's package sees
   */
  Class<? extends Throwable> value();

  /**
   * One boolean Java expression, evaluated at entry, over the parameters, {@code this}, and what
   * the file imports.
   *
   * @return the condition; empty if the exception may be thrown at any time
   */
  String when() default "";

  /**
   * What holds after this exception: one boolean Java expression over the parameters, {@code this},
   * {@code old(…)} and what the file imports.
   *
   * @return the guarantee; empty for none
   */
  String ensures() default "";

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

  /** Several exception clauses of one operation, in source order. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface List {

    /**
     * The exception clauses.
     *
     * @return the exception clauses in source order
     */
    Throws[] value();
  }
}
