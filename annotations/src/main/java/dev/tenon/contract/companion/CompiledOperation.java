package dev.tenon.contract.companion;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One operation of a {@link CompiledContract}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface CompiledOperation {

  /**
   * The method's name.
   *
   * @return the name; {@code <init>} for a constructor, {@code <invariant>} for the invariants
   */
  String name();

  /**
   * The method's erased descriptor, as in a class file.
   *
   * @return the descriptor
   */
  String descriptor();

  /**
   * Whether it is a static method.
   *
   * @return true for a static method
   */
  boolean isStatic() default false;

  /**
   * The names of the parameters.
   *
   * @return the names in order
   */
  String[] parameters();

  /**
   * The clauses in source order.
   *
   * @return the clauses
   */
  CompiledClause[] clauses();

  /**
   * The texts of what is captured at entry, one for each slot of the carrier: the arguments of
   * {@code old} and the conditions of exception clauses.
   *
   * @return the texts; empty when no clause needs one
   */
  String[] old() default {};

  /**
   * Whether what is captured calls what is no leaf, so that the capture needs the re-entrancy flag.
   *
   * @return false when all that is captured is a leaf
   */
  boolean guardedCapture() default false;
}
