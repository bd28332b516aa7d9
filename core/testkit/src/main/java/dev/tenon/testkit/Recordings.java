package dev.tenon.testkit;

import dev.tenon.Seams;
import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The recordings that are open in this JVM, and which of them a violation belongs to: the last one
 * begun by its thread; else those of all running tests; else those of all running classes.
 *
 * <p>Thread-safe.
 */
final class Recordings {

  private static final Recordings INSTALLED = new Recordings();

  static {
    Seams.ledger().onRecord(INSTALLED::add);
  }

  private final List<Recording> open = new CopyOnWriteArrayList<>();
  private final AtomicLong errorsTold = new AtomicLong();

  private Recordings() {}

  static Recordings installed() {
    return INSTALLED;
  }

  Recording begin(boolean isOfTest) {
    if (open.isEmpty()) {
      // What failed before belongs to nobody here.
      errorsTold.set(Seams.status().errors());
    }
    Recording begun = new Recording(isOfTest, Thread.currentThread());
    open.add(begun);
    return begun;
  }

  /** Ends a recording, and gives the number of the errors that nobody was told of yet. */
  long end(Recording recording) {
    open.remove(recording);
    long errors = Seams.status().errors();
    return Math.max(0, errors - errorsTold.getAndAccumulate(errors, Math::max));
  }

  /** Takes a violation out: somebody asked for it. */
  void take(Violation violation) {
    open.forEach(recording -> recording.take(violation));
  }

  private void add(Violation violation) {
    List<Recording> concerned = concerned();
    concerned.forEach(recording -> recording.add(violation, concerned.size() > 1));
  }

  private List<Recording> concerned() {
    List<Recording> own =
        open.stream().filter(each -> each.thread() == Thread.currentThread()).toList();
    if (!own.isEmpty()) {
      return List.of(own.get(own.size() - 1));
    }
    List<Recording> tests = open.stream().filter(Recording::isOfTest).toList();
    return tests.isEmpty() ? List.copyOf(open) : tests;
  }
}
