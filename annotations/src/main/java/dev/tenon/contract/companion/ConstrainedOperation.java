package dev.tenon.contract.companion;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One operation of a {@link CompiledContract} with constraints of Bean Validation. The constraints
 * themselves are read where they stand; this is what a class file may lack.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface ConstrainedOperation {

  /**
   * The method's name.
   *
   * @return the name; {@code <init>} for a constructor
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
   * The line of the first constraint in the source file.
   *
   * @return the line, from 1; 0 when no constraint stands in the source
   */
  int line();
}
