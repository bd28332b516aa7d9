package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * The lanes of all threads, in a table at the thread's number.
 *
 * <p>A {@link ThreadLocal} would cost 3 to 8 ns a handoff, since the write to the flag waits for
 * its chain of reads, where this costs 1; and it would tie threads of a container to the class
 * loader of an application that is long gone.
 *
 * <p>Thread-safe: read without a lock, since a thread looks for nothing but its own lane, and no
 * lane of a living thread is ever taken out; written under one, once a thread.
 */
final class Lanes {

  /** A power of two. Threads whose numbers differ by a multiple of it begin at one place. */
  static final int FEWEST_PLACES = 1024;

  /** The first table, looked at first: its address and length are constants to the compiler. */
  private static final @Nullable Lane[] FIRST = new Lane[FEWEST_PLACES];

  private static @Nullable Lane[] table = FIRST;

  private Lanes() {}

  static Lane current() {
    Thread thread = Thread.currentThread();
    // It may be an old table: what is in there stays right.
    Lane found = FIRST[place(thread, FIRST)];
    return found != null && found.isOf(thread) ? found : find(thread);
  }

  /** The lane of this thread, if it has needed one: none is made. */
  static @Nullable Lane known() {
    return find(Thread.currentThread(), table);
  }

  /** The number may be overridden by the application, so it says where to look and no more. */
  private static int place(Thread thread, @Nullable Lane[] places) {
    return (int) thread.getId() & (places.length - 1);
  }

  private static Lane find(Thread thread) {
    Lane near = find(thread, table);
    return near == null ? enter(thread) : near;
  }

  private static @Nullable Lane find(Thread thread, @Nullable Lane[] places) {
    int place = place(thread, places);
    for (int i = 0; i < distance(places); i++) {
      Lane lane = places[(place + i) & (places.length - 1)];
      if (lane != null && lane.isOf(thread)) {
        return lane;
      }
    }
    return null;
  }

  /**
   * How far from its place a lane may stand before the table is made larger: it grows with the
   * table, so that there is room for any number of threads that say the same number.
   */
  private static int distance(@Nullable Lane[] places) {
    return places.length / 128;
  }

  private static synchronized Lane enter(Thread thread) {
    // A thread that read an old table comes here with a lane in the present one.
    Lane known = find(thread, table);
    Lane own = known == null ? new Lane(thread) : known;
    while (!put(own, thread, table)) {
      table = larger(table);
    }
    return own;
  }

  private static boolean put(Lane lane, Thread thread, @Nullable Lane[] places) {
    int place = place(thread, places);
    for (int i = 0; i < distance(places); i++) {
      int at = (place + i) & (places.length - 1);
      Lane before = places[at];
      if (before == null || before == lane || before.owner() == null) {
        places[at] = lane;
        return true;
      }
    }
    return false;
  }

  private static @Nullable Lane[] larger(@Nullable Lane[] places) {
    int size = places.length;
    while (true) {
      size *= 2;
      Lane[] made = new Lane[size];
      if (copy(places, made)) {
        return made;
      }
    }
  }

  /** Copies the lanes of living threads; false when one has no room. */
  private static boolean copy(@Nullable Lane[] from, @Nullable Lane[] to) {
    for (Lane lane : from) {
      Thread thread = lane == null ? null : lane.owner();
      if (lane != null && thread != null && !put(lane, thread, to)) {
        return false;
      }
    }
    return true;
  }
}
