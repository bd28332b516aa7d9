package dev.tenon.benchmark.constraint;

import dev.tenon.Seams;
import dev.tenon.verdict.ContractViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import net.sf.oval.exception.ConstraintsViolatedException;
import org.jspecify.annotations.Nullable;

/** A way to have the constraints of a seam checked. */
public enum Way {
  /** Nothing is checked. */
  PLAIN(null),
  /** What a careful programmer writes. */
  HAND_WRITTEN(IllegalArgumentException.class),
  /** Tenon, by its agent. */
  WOVEN(ContractViolation.class),
  /** Tenon, by its proxy and without the agent. */
  PROXY(ContractViolation.class),
  /** Hibernate Validator's executable validator, behind a JDK proxy. */
  HIBERNATE_VALIDATOR(ConstraintViolationException.class),
  /** Spring's method validation, which asks Hibernate Validator. */
  SPRING(ConstraintViolationException.class),
  /** OVal's guard, behind a JDK proxy. */
  OVAL(ConstraintsViolatedException.class);

  private final @Nullable Class<? extends Throwable> refusal;

  Way(@Nullable Class<? extends Throwable> refusal) {
    this.refusal = refusal;
  }

  /** Whether the JVM needs the agent for it. */
  public boolean needsAgent() {
    return this == WOVEN;
  }

  /** The supplier whose calls are checked this way. */
  <S> S of(Suppliers<S> suppliers) {
    return switch (this) {
      case PLAIN, WOVEN -> suppliers.supplier();
      case HAND_WRITTEN -> suppliers.handWritten();
      case PROXY -> Seams.guard(suppliers.seam(), suppliers.supplier());
      case HIBERNATE_VALIDATOR -> ValidatorProxy.of(suppliers.seam(), suppliers.supplier());
      case SPRING -> SpringProxy.of(suppliers.seam(), suppliers.validated());
      case OVAL -> OvalProxy.of(suppliers.seam(), suppliers.guarded());
    };
  }

  /** Demands that each of the calls is refused, so that nothing is measured that is not done. */
  void refuses(List<Runnable> calls) {
    for (int i = 0; i < calls.size(); i++) {
      Class<?> thrown = thrownBy(calls.get(i));
      if (thrown != refusal) {
        throw new IllegalStateException(this + " answers bad call " + i + " with " + thrown);
      }
    }
  }

  private static @Nullable Class<?> thrownBy(Runnable call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException | ContractViolation thrown) {
      return thrown.getClass();
    }
  }
}
