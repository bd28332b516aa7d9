package dev.tenon.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A boundary between components: every call of its operations is a handoff from a client to a
 * supplier.
 *
 * <p>Implied by {@link Requires}, {@link Ensures} or {@link Throws} on a method of the interface
 * and by {@link Invariant} on the interface, so it is needed only to name the seam or its owner.
 *
 * <pre>{@code
 * @Seam(owner = "ledger-team")
 * public interface Transfers { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Seam {

  /**
   * Who answers for this contract, as free text that reports show.
   *
   * @return the owner; empty when nobody is named
   */
  String owner() default "";

  /**
   * The name under which people know this seam, shown beside the interface's name in the status.
   *
   * @return the name; empty for the interface's own
   */
  String name() default "";

  /**
   * Whether one thread at a time uses each supplier. Then guarantees over {@code old(…)} and
   * invariants are always judged. Else one that is false while another thread is inside a call of
   * the same supplier blames nobody, since that thread may have changed what it reads.
   *
   * @return true when the suppliers are confined to one thread at a time
   */
  boolean confined() default false;
}
