package dev.tenon.testkit.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Floating numbers that are easily forgotten: neighbours of the bounds, and the odd ones. */
final class Floating {

  private Floating() {}

  static List<Object> doubles(Bounds bounds) {
    Set<Object> odd = new LinkedHashSet<>();
    for (BigDecimal each : ends(bounds)) {
      double end = each.doubleValue();
      odd.addAll(List.of(end, Math.nextDown(end), Math.nextUp(end)));
    }
    odd.addAll(
        List.of(
            0d,
            -0d,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN));
    return List.copyOf(odd);
  }

  static List<Object> floats(Bounds bounds) {
    Set<Object> odd = new LinkedHashSet<>();
    for (BigDecimal each : ends(bounds)) {
      float end = each.floatValue();
      odd.addAll(List.of(end, Math.nextDown(end), Math.nextUp(end)));
    }
    odd.addAll(
        List.of(
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN));
    return new ArrayList<>(odd);
  }

  private static List<BigDecimal> ends(Bounds bounds) {
    List<BigDecimal> ends = new ArrayList<>();
    BigDecimal low = bounds.limits().number().low();
    BigDecimal high = bounds.limits().number().high();
    if (low != null) {
      ends.add(low);
    }
    if (high != null) {
      ends.add(high);
    }
    return ends;
  }
}
