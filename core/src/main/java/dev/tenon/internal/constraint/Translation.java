package dev.tenon.internal.constraint;

import java.lang.invoke.MethodHandle;

/**
 * What becomes of one constraint on a value of one static type.
 *
 * <p>Immutable.
 */
public sealed interface Translation {

  /**
   * A test that gives the validator's answer. Where the validator throws, the test throws too,
   * though not the same exception.
   *
   * @param test (value)boolean for exactly the static type: true when the constraint holds
   */
  record Inlined(MethodHandle test) implements Translation {}

  /**
   * Only the validator knows.
   *
   * @param why the reason, for people
   */
  record Delegated(String why) implements Translation {}

  /**
   * The declaration is wrong: the validator would throw at the first call.
   *
   * @param problem what is wrong, beginning with the code of the reference implementation
   */
  record Misplaced(String problem) implements Translation {}
}
