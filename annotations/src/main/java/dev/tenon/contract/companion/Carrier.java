package dev.tenon.contract.companion;

/**
 * What travels from the entry of a handoff to its exit when a guarantee uses {@code old}.
 *
 * <p>Generated subclasses add one typed field for each captured value: {@code o0}, {@code o1}, …
 * Instances are made and read by woven code on one thread, and never leave it, so that the JIT
 * compiler removes them.
 */
public abstract class Carrier {

  /** What was in force at entry, and which declarations owe nothing: the guard's own. */
  public final Object pinned;

  /** By slot, what the capture threw; null when no capture failed. */
  public final Throwable[] failed;

  /**
   * Keeps what the entry of one call found.
   *
   * @param pinned what is in force, and which declarations owe nothing
   * @param failed by slot what the capture threw, or null when none failed
   */
  protected Carrier(Object pinned, Throwable[] failed) {
    this.pinned = pinned;
    this.failed = failed;
  }

  /**
   * Reads a slot of type {@code boolean}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static boolean readBoolean(boolean value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code byte}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static byte readByte(byte value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code short}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static short readShort(short value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code char}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static char readChar(char value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code int}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static int readInt(int value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code long}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static long readLong(long value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code float}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static float readFloat(float value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot of type {@code double}.
   *
   * @param value what was captured
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static double readDouble(double value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  /**
   * Reads a slot that holds a reference.
   *
   * @param <T> the static type of the argument of {@code old}
   * @param value what was captured; may be null
   * @param failed by slot what the capture threw, or null when none failed
   * @param slot the number of the slot
   * @return the value, when its capture did not fail
   */
  public static <T> T read(T value, Throwable[] failed, int slot) {
    if (failed != null) {
      check(failed[slot]);
    }
    return value;
  }

  private static void check(Throwable failure) {
    if (failure != null) {
      Carrier.<RuntimeException>rethrow(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void rethrow(Throwable failure) throws X {
    throw (X) failure;
  }
}
