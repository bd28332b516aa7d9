package dev.tenon.testkit;

import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What was recorded while one test ran, or a class of tests between them, and was not asked for.
 *
 * <p>Thread-safe; its memory is bounded.
 */
final class Recording {

  private static final int MOST = 1_000;

  private final boolean isOfTest;
  private final Thread thread;
  private final Mocks mocks;
  private final List<Met> all = new ArrayList<>();
  private long further;
  private boolean isShared;

  Recording(boolean isOfTest, Thread thread, Mocks mocks) {
    this.isOfTest = isOfTest;
    this.thread = thread;
    this.mocks = mocks;
  }

  boolean isOfTest() {
    return isOfTest;
  }

  Thread thread() {
    return thread;
  }

  /** What is judged at mocks. */
  Mocks mocks() {
    return mocks;
  }

  /**
   * Keeps a violation.
   *
   * @param isForSeveral whether others keep it as well, since it is not known whose it is
   */
  synchronized void add(Met met, boolean isForSeveral) {
    isShared |= isForSeveral;
    if (all.size() < MOST) {
      all.add(met);
    } else {
      further++;
    }
  }

  /** Takes out that very violation, if it is here. */
  synchronized void take(Violation violation) {
    for (Iterator<Met> each = all.iterator(); each.hasNext(); ) {
      // By identity: an equal one is another call.
      if (each.next().violation() == violation) {
        each.remove();
        return;
      }
    }
  }

  synchronized List<Violation> takeAll() {
    List<Violation> taken = list();
    all.clear();
    further = 0;
    return taken;
  }

  synchronized List<Violation> list() {
    return met().stream().map(Met::violation).toList();
  }

  synchronized List<Met> met() {
    all.removeIf(met -> met.isVoid().getAsBoolean());
    return List.copyOf(all);
  }

  /** How many were not kept, because there were too many. */
  synchronized long further() {
    return further;
  }

  /** Whether some of them may be those of another test. */
  synchronized boolean isShared() {
    return isShared;
  }
}
