package dev.tenon.internal.guard;

import dev.tenon.internal.declaration.Kept;
import java.lang.invoke.SwitchPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One switch point for each declaring type: when it is thrown, every site that is bound by the type
 * links anew at its next call.
 *
 * <p>Thread-safe.
 */
final class Switches {

  private static final Kept<Switch> SWITCHES =
      new Kept<>() {
        @Override
        protected Switch compute(Class<?> type) {
          return new Switch();
        }
      };

  /**
   * All switches in use, for the change that concerns them all; they live as long as their types.
   */
  private static final Set<Switch> IN_USE =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Held until it is done: who finds a point taken out of use must not go on by it. */
  private static final Object THROWING = new Object();

  private Switches() {}

  static SwitchPoint of(Class<?> companion) {
    Switch found = SWITCHES.of(companion);
    IN_USE.add(found);
    return found.point();
  }

  /** Has every site linked anew that is bound by one companion. */
  static void throwOne(Class<?> companion) {
    Switch thrown = SWITCHES.of(companion);
    synchronized (THROWING) {
      SwitchPoint point = thrown.renew();
      if (point != null) {
        SwitchPoint.invalidateAll(new SwitchPoint[] {point});
      }
    }
  }

  static void throwAll() {
    List<Switch> all;
    synchronized (IN_USE) {
      all = new ArrayList<>(IN_USE);
    }
    synchronized (THROWING) {
      List<SwitchPoint> thrown = new ArrayList<>();
      for (Switch each : all) {
        SwitchPoint point = each.renew();
        if (point != null) {
          thrown.add(point);
        }
      }
      if (!thrown.isEmpty()) {
        SwitchPoint.invalidateAll(thrown.toArray(SwitchPoint[]::new));
      }
    }
  }

  private static final class Switch {
    private @Nullable SwitchPoint point;

    synchronized SwitchPoint point() {
      SwitchPoint current = point;
      if (current == null) {
        current = new SwitchPoint();
        point = current;
      }
      return current;
    }

    /** Takes the point out of use; null when nobody links by it. */
    synchronized @Nullable SwitchPoint renew() {
      SwitchPoint old = point;
      point = null;
      return old;
    }
  }
}
