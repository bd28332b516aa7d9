package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An invariant: what holds for every object of this type between the calls of its clients.
 *
 * <p>It is owed by the supplier when a constructor or an operation of the object returns or throws,
 * in subtypes as well. While a call is at work inside the object it may be false. The text may use
 * {@code this} and what needs no instance; on a record a component's name means its accessor.
 *
 * <pre>{@code
 * @Invariant("size() >= 0 && size() <= capacity()")
 * interface Buffer { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Invariant.List.class)
public @interface Invariant {

  /**
   * One boolean Java expression over {@code this} and what the file imports.
   *
   * @return the text of the clause; never empty
   */
  String value();

  /**
   * The stable name of the clause within its type.
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

  /** Several invariants of one type, in source order. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {

    /**
     * The invariants.
     *
     * @return the invariants in source order
     */
    Invariant[] value();
  }
}
