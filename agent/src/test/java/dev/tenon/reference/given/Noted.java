package dev.tenon.reference.given;

import org.jspecify.annotations.Nullable;

/** What a body threw last: the client must receive that instance and no other. */
public final class Noted {

  private static volatile @Nullable Throwable last;

  private Noted() {}

  /** Gives what it is given. */
  public static <T extends Throwable> T as(T thrown) {
    last = thrown;
    return thrown;
  }

  /** What was thrown was caught. */
  public static void forget() {
    last = null;
  }

  static boolean isReplaced(Throwable thrown) {
    Throwable noted = last;
    last = null;
    return noted != null && noted.getClass() == thrown.getClass() && noted != thrown;
  }
}
