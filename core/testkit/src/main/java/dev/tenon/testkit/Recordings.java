package dev.tenon.testkit;

import dev.tenon.Seams;
import dev.tenon.verdict.Violation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The recordings that are open in this JVM, and which of them a violation belongs to: the last one
 * begun by its thread; else those of all running tests; else those of all running classes.
 *
 * <p>Thread-safe.
 */
final class Recordings {

  private static final Recordings INSTALLED = new Recordings();

  static {
    Seams.ledger().onRecord(violation -> INSTALLED.add(Met.of(violation)));
  }

  private static final boolean HAS_MOCKITO = hasMockito();

  private final List<Recording> open = new CopyOnWriteArrayList<>();
  private final List<Consumer<Met>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong errorsTold = new AtomicLong();

  private Recordings() {}

  static Recordings installed() {
    return INSTALLED;
  }

  /** Begins to hear of the mocks that this thread makes. */
  static void listenToMocks() {
    if (HAS_MOCKITO) {
      MockCalls.listen();
    }
  }

  private static boolean hasMockito() {
    try {
      Class.forName("org.mockito.Mockito", false, Recordings.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  Recording begin(boolean isOfTest, Mocks mocks) {
    listenToMocks();
    if (open.isEmpty()) {
      // What failed before belongs to nobody here.
      errorsTold.set(Seams.status().errors());
    }
    Recording begun = new Recording(isOfTest, Thread.currentThread(), mocks);
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

  /** Asks to be told of everything that is met, until {@link #forget}. */
  void onMet(Consumer<Met> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<Met> listener) {
    listeners.remove(listener);
  }

  void add(Met met) {
    List<Recording> concerned = concerned();
    List<Recording> all = concerned.stream().filter(each -> met.counts(each.mocks())).toList();
    all.forEach(recording -> recording.add(met, concerned.size() > 1));
    if (concerned.isEmpty() || !all.isEmpty()) {
      listeners.forEach(listener -> listener.accept(met));
    }
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
