package dev.tenon.contract.companion;

/**
 * What the explaining form of a clause tells the values of its sub-expressions to.
 *
 * <p>Each method gives back its argument unchanged and of the same type, so that wrapping an
 * operand changes neither overload resolution nor numeric promotion. Each has a name of its own:
 * choosing among overloads costs the compiler more than the rest of the explaining form. Instances
 * are confined to one thread.
 */
public abstract class Trace {

  /** A trace. */
  protected Trace() {}

  /**
   * Records one value.
   *
   * @param expression the number of the sub-expression
   * @param value its value, boxed; may be null
   */
  protected abstract void record(int expression, Object value);

  /**
   * Records a value of type {@code boolean}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final boolean seenBoolean(int expression, boolean value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code byte}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final byte seenByte(int expression, byte value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code short}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final short seenShort(int expression, short value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code char}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final char seenChar(int expression, char value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code int}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final int seenInt(int expression, int value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code long}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final long seenLong(int expression, long value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code float}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final float seenFloat(int expression, float value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a value of type {@code double}.
   *
   * @param expression the number of the sub-expression
   * @param value its value
   * @return the value
   */
  public final double seenDouble(int expression, double value) {
    record(expression, value);
    return value;
  }

  /**
   * Records a reference.
   *
   * @param <T> the static type of the sub-expression
   * @param expression the number of the sub-expression
   * @param value its value; may be null
   * @return the value
   */
  public final <T> T seen(int expression, T value) {
    record(expression, value);
    return value;
  }
}
