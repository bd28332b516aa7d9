package dev.tenon.internal.constraint;

import java.math.BigDecimal;
import java.math.BigInteger;

/** So many digits at most before the point and after it. Throws on what is no number. */
record Digits(int integer, int fraction, Longs longs) implements Amount {

  static Digits of(int integer, int fraction) {
    return new Digits(integer, fraction, Longs.ofDigits(integer));
  }

  @Override
  public boolean hasDouble(double value) {
    return isStripped(Double.toString(value));
  }

  @Override
  public boolean hasFloat(float value) {
    return isStripped(Float.toString(value));
  }

  /** Also for text: what is a decimal already keeps its trailing zeros. */
  @Override
  public boolean hasDecimal(BigDecimal value) {
    int scale = value.scale();
    return integer >= value.precision() - scale && fraction >= Math.max(scale, 0);
  }

  @Override
  public boolean hasInteger(BigInteger value) {
    return hasNumber(value);
  }

  @Override
  public boolean hasNumber(Number value) {
    if (value instanceof BigDecimal number) {
      return hasDecimal(number);
    }
    return Amount.isWhole(value) ? longs.hold(value.longValue()) : isStripped(value.toString());
  }

  private boolean isStripped(String text) {
    return hasDecimal(new BigDecimal(text).stripTrailingZeros());
  }
}
