package dev.tenon.spring.boot;

import dev.tenon.Seams;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives the context's validator to Tenon as long as the context is open.
 *
 * <p>There is one validator for a core, and there may be several contexts: the youngest open one
 * answers. Thread-safe.
 */
final class ValidatorHandover implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ValidatorHandover.class);

  /** Of the open contexts, the youngest first. */
  private static final Deque<ValidatorFactory> OPEN = new ArrayDeque<>();

  private final @Nullable ValidatorFactory own;

  ValidatorHandover(ObjectProvider<ValidatorFactory> factories) {
    this.own = factories.getIfUnique();
    if (own != null) {
      open(own);
    } else if (factories.stream().findAny().isPresent()) {
      LOG.warn(
          "tenon: this context has several beans of the type ValidatorFactory and none is primary:"
              + " seams ask the default provider instead; mark one as @Primary, or give it to"
              + " Seams.useValidator");
    }
  }

  @Override
  public void destroy() {
    if (own != null) {
      close(own);
    }
  }

  private static void open(ValidatorFactory factory) {
    synchronized (OPEN) {
      try {
        Seams.useValidator(factory);
        OPEN.push(factory);
      } catch (ValidationException | IllegalStateException unusable) {
        LOG.warn(
            "tenon: the context's ValidatorFactory gives no validator, seams ask the default"
                + " provider instead",
            unusable);
      }
    }
  }

  private static void close(ValidatorFactory factory) {
    synchronized (OPEN) {
      boolean answered = OPEN.peek() == factory;
      if (!OPEN.removeIf(open -> open == factory) || !answered) {
        return;
      }
      ValidatorFactory next = OPEN.peek();
      if (next == null) {
        Seams.forgetValidator(factory);
      } else {
        Seams.useValidator(next);
      }
    }
  }
}
