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
 * entry what an earlier one has left; what was told of a call around them stays.
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
    Set<Body> calls = KNOWN.get(operation);
    if (place == null || calls == null) {
      return;
    }
    List<Body> all;
    synchronized (calls) {
      all = new ArrayList<>(calls);
    }
    for (Body call : all) {
      call.checks().stream().map(Checks::companion).forEach(Tracking::start);
    }
    Lane lane = Lane.current();
    lane.unheld = new Told(place, operation, outside(place, lane.unheld));
  }

  /** Whether a guard behind this call told of this handoff; the stack is walked only if any did. */
  static boolean isTold(String operation, Machinery machinery) {
    Lane lane = Lane.current();
    Place place = lane.unheld == null ? null : Place.here(machinery);
    if (place == null) {
      return false;
    }
    boolean isTold = false;
    for (Told at = lane.unheld; at != null; at = at.outer) {
      isTold |= place.equals(at.place) && operation.equals(at.operation);
    }
    lane.unheld = outside(place, lane.unheld);
    return isTold;
  }

  /** At the entry of a call: what was told before is about calls around this one, or over. */
  static void forget() {
    Lane lane = Lane.known();
    if (lane != null && lane.unheld != null) {
      forget(lane);
    }
  }

  private static void forget(Lane lane) {
    try {
      Place place = Place.here(Engine.installed().machinery());
      Told told = place == null ? null : outside(place, lane.unheld);
      while (told != null && !told.place.isUnderWay()) {
        told = told.outer;
      }
      lane.unheld = told;
    } catch (StackOverflowError deep) {
      // The application is: the call itself fails next.
      lane.unheld = null;
    }
  }

  /** What was told of calls further out than a place: there is at most one at each depth. */
  private static @Nullable Told outside(Place place, @Nullable Told told) {
    Told outer = told;
    while (outer != null && outer.place.depth() >= place.depth()) {
      outer = outer.outer;
    }
    return outer;
  }

  /**
   * A call behind which something did not hold.
   *
   * @param place where it is
   * @param operation the name of what was called: a library may call several at one place
   * @param outer the next one further out; null for the outermost
   */
  record Told(Place place, String operation, @Nullable Told outer) {}
}
