package dev.tenon.contract.companion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The contract of one declaring type, as the processor compiled it: carried by the companion class,
 * read by the run time and by the processor of other modules.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CompiledContract {

  /** The layout of companions that this version of the annotations describes. */
  int FORMAT = 4;

  /** What a companion's name adds to the binary name of the declaring type. */
  String SUFFIX = "$$Contract";

  /**
   * The layout of the companion's methods.
   *
   * @return the format; {@link #FORMAT} for this version
   */
  int format();

  /**
   * The type that the clauses are about: the declaring type, or the target of a holder or view.
   *
   * @return its binary name
   */
  String type();

  /**
   * The name of the source file, for {@code Transfers.java:21}.
   *
   * @return the file's name without folders
   */
  String source();

  /**
   * The digest of the declaration that was compiled: another one at run time means a stale
   * companion.
   *
   * @return the digest in hexadecimal
   */
  String fingerprint();

  /**
   * The operations that carry clauses, in source order; the position is the number in the
   * companion's method names. The invariants of the type are the last one, {@code <invariant>}.
   *
   * @return the operations
   */
  CompiledOperation[] operations();

  /**
   * The operations of the type that carry constraints of Bean Validation, in source order, with or
   * without clauses: what reflection does not tell of them.
   *
   * @return the operations; empty without constraints
   */
  ConstrainedOperation[] constrained() default {};

  /**
   * How many things a client's view relies on that nothing visibly promises, as found when the view
   * was compiled: by the contracts of the seam that the compiler saw then.
   *
   * @return the number, from 0; -1 for what is no view, and where a contract could not be read
   */
  int unpromised() default -1;
}
