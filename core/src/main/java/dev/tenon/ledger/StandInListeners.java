package dev.tenon.ledger;

import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Who hears of what is found at stand-ins, such as mocks. That is neither recorded nor thrown: only
 * who knows the stand-in can tell a call of the application from one that prepares or verifies
 * others.
 *
 * <p>Thread-safe.
 */
public final class StandInListeners {

  private final Ledger ledger;
  private final List<BiConsumer<? super Violation, Object>> listeners =
      new CopyOnWriteArrayList<>();

  /**
   * Nobody.
   *
   * @param ledger where the errors of listeners are counted
   */
  public StandInListeners(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Adds a listener.
   *
   * @param listener called by the thread of the handoff with the violation and the stand-in, before
   *     the stand-in answers where a precondition is false, else afterwards; calls of seams that it
   *     makes are not judged, and what it throws is counted as an error
   */
  public void add(BiConsumer<? super Violation, Object> listener) {
    listeners.add(listener);
  }

  /**
   * Tells all.
   *
   * @param violation what was found
   * @param standIn the object that was called
   */
  public void tell(Violation violation, Object standIn) {
    for (BiConsumer<? super Violation, Object> listener : listeners) {
      try {
        listener.accept(violation, standIn);
      } catch (RuntimeException | LinkageError failure) {
        ledger.error("a listener of stand-ins", failure);
      }
    }
  }
}
