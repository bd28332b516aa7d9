package dev.tenon.agent;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the cores have to say when the JVM ends. Held weakly: a hook of a core's own would keep its
 * class loader, and with it the whole application, for as long as the JVM runs.
 *
 * <p>Thread-safe.
 */
final class LastWords extends Thread {

  /** Guarded by itself: the JVM would load what the JDK has for several threads at each start. */
  private final List<WeakReference<Runnable>> words = new ArrayList<>();

  private final Sweep sweep;
  private final Presence presence;

  LastWords(Sweep sweep, Presence presence) {
    super(null, null, "tenon-last-words", 0, false);
    this.sweep = sweep;
    this.presence = presence;
    setContextClassLoader(null);
  }

  /**
   * Has something run at the end, unless its core is gone by then.
   *
   * @param last what to run; whoever asks keeps it
   */
  void add(Runnable last) {
    synchronized (words) {
      for (Iterator<WeakReference<Runnable>> at = words.iterator(); at.hasNext(); ) {
        if (at.next().refersTo(null)) {
          at.remove();
        }
      }
      words.add(new WeakReference<>(last));
    }
  }

  @Override
  public void run() {
    announceOverlooked();
    for (WeakReference<Runnable> each : all()) {
      Runnable last = each.get();
      if (last != null) {
        run(last);
      }
    }
  }

  private List<WeakReference<Runnable>> all() {
    synchronized (words) {
      return List.copyOf(words);
    }
  }

  /** What went unchecked is said at the end at the latest, also when nobody asked. */
  private void announceOverlooked() {
    try {
      if (presence.knowsSeams()) {
        sweep.overlooked();
      }
    } catch (Throwable failure) {
      presence.count();
    }
  }

  private void run(Runnable last) {
    try {
      last.run();
    } catch (Throwable failure) {
      // An application that is half gone: nobody can mend it now, and its end is not ours to spoil.
      presence.count();
    }
  }
}
