package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls of clients with views, and what the guards behind them tell: what did not hold in a
 * handoff and is judged there, so that what the client relies on says nothing more.
 *
 * <p>A call that is told nothing pays nothing. Once one was told, the calls of its view forget at
 * entry what an earlier one has left.
 *
 * <p>Thread-safe.
 */
final class CallSites {

  /** By the name of the operation; weakly, a call site lives as long as its client's class. */
  private static final Map<String, Set<Body>> KNOWN = new ConcurrentHashMap<>();

  private CallSites() {}

  static void add(Body call) {
    KNOWN
        .computeIfAbsent(
            call.implementation().method(),
            name -> Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>())))
        .add(call);
  }

  /** Whether any client with a view calls an operation of this name. */
  static boolean areAny(String operation) {
    return KNOWN.containsKey(operation);
  }

  /**
   * A guard behind a call found something that did not hold.
   *
   * @param operation its name
   * @param place where the client calls it; null when no client with a view may
   */
  static void tell(String operation, @Nullable Place place) {
    Set<Body> calls = place == null ? null : KNOWN.get(operation);
    if (calls == null) {
      return;
    }
    List<Body> all;
    synchronized (calls) {
      all = new ArrayList<>(calls);
    }
    for (Body call : all) {
      call.checks().stream().map(Checks::companion).forEach(Tracking::start);
    }
    Lane.current().unheld = place;
  }

  /** Whether a guard behind this call told of this handoff; the stack is walked only if any did. */
  static boolean isTold(Machinery machinery) {
    Lane lane = Lane.current();
    boolean isTold = lane.unheld != null && lane.unheld.equals(Place.here(machinery));
    if (isTold) {
      lane.unheld = null;
    }
    return isTold;
  }

  /** At the entry of a call: what was told before is not about this one. */
  static void forget() {
    Lane lane = Lane.known();
    if (lane != null) {
      lane.unheld = null;
    }
  }
}
