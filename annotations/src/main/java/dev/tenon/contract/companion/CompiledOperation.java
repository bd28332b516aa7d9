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
   * @return the name
   */
  String name();

  /**
   * The method's erased descriptor, as in a class file.
   *
   * @return the descriptor
   */
  String descriptor();

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
   * The texts of the arguments of {@code old}, one for each slot of the carrier.
   *
   * @return the texts; empty when no guarantee uses {@code old}
   */
  String[] old() default {};

  /**
   * Whether an {@code old} argument calls what is no leaf, so that the capture needs the
   * re-entrancy flag.
   *
   * @return false when every argument of {@code old} is a leaf
   */
  boolean guardedCapture() default false;
}
