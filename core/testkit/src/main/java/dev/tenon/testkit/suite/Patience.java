package dev.tenon.testkit.suite;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs properties in a thread of their own, and gives one up whose supplier does not return.
 *
 * <p>Used by one thread, and by the one that it runs.
 */
final class Patience {

  private final int seconds;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Doing doing;
  private @Nullable ThreadPoolExecutor executor;

  /**
   * The patience of a suite.
   *
   * @param seconds how long one call may take; 0 for any time, in the thread of the suite
   */
  Patience(int seconds) {
    this.seconds = seconds;
  }

  /** A call that did not return in time. */
  @SuppressWarnings("serial")
  static final class Blocked extends RuntimeException {

    private final String what;
    private final String text;

    Blocked(String what, String text) {
      super(text);
      this.what = what;
      this.text = text;
    }

    /** The call. */
    String what() {
      return what;
    }

    /** What happened, in one line. */
    String text() {
      return text;
    }
  }

  /** What is being done; two are the same only if they are one. */
  private static final class Doing {

    private final String what;

    Doing(String what) {
      this.what = what;
    }
  }

  /**
   * Runs a property.
   *
   * @throws Blocked if something that it does through {@link #during} does not return
   */
  <T> T run(Supplier<T> work) {
    if (seconds == 0) {
      return work.get();
    }
    Future<T> running = executor().submit(work::get);
    Doing seen = null;
    while (true) {
      try {
        return running.get(seconds, TimeUnit.SECONDS);
      } catch (TimeoutException slow) {
        Doing now = doing;
        if (now != null && now == seen) {
          throw abandoned(now, running);
        }
        seen = now;
      } catch (ExecutionException failed) {
        throw thrown(failed);
      } catch (InterruptedException interrupted) {
        running.cancel(true);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the suite was interrupted", interrupted);
      }
    }
  }

  private static RuntimeException thrown(ExecutionException failed) {
    Throwable failure = failed.getCause();
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failed);
  }

  /** Its thread is interrupted, and left alone if it does not mind. */
  private Blocked abandoned(Doing stuck, Future<?> running) {
    Thread worker = thread;
    String where = worker == null ? "" : place(worker.getStackTrace());
    thread = null;
    doing = null;
    running.cancel(true);
    executor = null;
    String stood = where.isEmpty() ? "" : ", and stood at " + where;
    return new Blocked(stuck.what, stuck.what + " did not return within " + seconds + " s" + stood);
  }

  /** The innermost place that is none of the JDK's. */
  private static String place(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(each -> !each.getClassName().matches("(java|jdk|sun)\\..*"))
        .findFirst()
        .map(Patience::text)
        .orElse("");
  }

  /** Without the names of loaders and modules. */
  private static String text(StackTraceElement place) {
    String line = place.getFileName() + ":" + place.getLineNumber();
    return place.getClassName() + "." + place.getMethodName() + " (" + line + ")";
  }

  private ThreadPoolExecutor executor() {
    ThreadPoolExecutor found = executor;
    if (found == null) {
      found =
          new ThreadPoolExecutor(
              0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::worker);
      executor = found;
    }
    return found;
  }

  private Thread worker(Runnable work) {
    Thread worker = new Thread(work, "tenon suite");
    worker.setDaemon(true);
    thread = worker;
    return worker;
  }

  /** Does what may take too long. */
  <T> T during(String what, Supplier<T> work) {
    if (seconds == 0) {
      return work.get();
    }
    begin(new Doing(what));
    T done;
    try {
      done = work.get();
    } catch (RuntimeException | Error failure) {
      begin(null);
      throw failure;
    }
    begin(null);
    return done;
  }

  /** Nobody waits for what was given up: it ends there. */
  private void begin(@Nullable Doing next) {
    if (Thread.currentThread() != thread) {
      throw new CancellationException("nobody waits for it any more");
    }
    doing = next;
  }
}
