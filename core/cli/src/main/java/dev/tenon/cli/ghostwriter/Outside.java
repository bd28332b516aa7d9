package dev.tenon.cli.ghostwriter;

import dev.tenon.cli.ghostwriter.Limits.Matter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A value just outside of what an argument may be.
 *
 * @param argument the argument
 * @param value the value as an expression
 * @param how the words for it in a name, with {@code %s} for the argument
 * @param why the clause that refuses it
 */
record Outside(Argument argument, String value, String how, String why) {

  /** Longer texts and lists are not written. */
  private static final int LONGEST = 10_000;

  /** The values just outside of the bounds of an argument. */
  static List<Outside> of(Argument argument, UnaryOperator<String> ofSize) {
    List<Outside> all = new ArrayList<>();
    Class<?> type = Writable.primitive(argument.values().type());
    Limits limits = argument.limits();
    BiConsumer<String, String[]> add =
        (value, words) -> {
          if (!words[1].isEmpty()) {
            all.add(new Outside(argument, value, words[0], words[1]));
          }
        };
    matters(argument, add);
    if (Numbers.isWhole(type)) {
      numbers(type, limits, add);
    }
    if (Writable.is(argument.values()) && limits.patterns().isEmpty()) {
      sizes(limits, ofSize, add);
    }
    return all;
  }

  private static void matters(Argument argument, BiConsumer<String, String[]> add) {
    Limits limits = argument.limits();
    Class<?> type = Values.erased(argument.values().type());
    String present = limits.why(Matter.PRESENT);
    if (present != null && !type.isPrimitive()) {
      add.accept("null", new String[] {"a_missing_%s", present});
    }
    String notBlank = limits.why(Matter.NOT_BLANK);
    if (notBlank != null && Writable.isText(type)) {
      add.accept("\" \"", new String[] {"a_blank_%s", notBlank});
    }
    boolean isTruth = Writable.primitive(type) == boolean.class;
    String isTrue = limits.why(Matter.TRUE);
    if (isTrue != null && isTruth) {
      add.accept("false", new String[] {"a_false_%s", isTrue});
    }
    String isFalse = limits.why(Matter.FALSE);
    if (isFalse != null && isTruth) {
      add.accept("true", new String[] {"a_true_%s", isFalse});
    }
  }

  private static void numbers(Class<?> type, Limits limits, BiConsumer<String, String[]> add) {
    Bound low = limits.low();
    if (low != null && Numbers.first(low).compareTo(Numbers.least(type)) > 0) {
      BigDecimal below = Numbers.first(low).subtract(BigDecimal.ONE);
      add.accept(Numbers.literal(below, type), new String[] {"a_too_small_%s", low.why()});
    }
    Bound high = limits.high();
    if (high != null && Numbers.last(high).compareTo(Numbers.most(type)) < 0) {
      BigDecimal above = Numbers.last(high).add(BigDecimal.ONE);
      add.accept(Numbers.literal(above, type), new String[] {"a_too_large_%s", high.why()});
    }
    limits
        .excluded()
        .forEach(
            (number, why) -> {
              String how = number.signum() == 0 ? "zero_as_%s" : "an_excluded_%s";
              add.accept(Numbers.literal(number, type), new String[] {how, why});
            });
  }

  private static void sizes(
      Limits limits, UnaryOperator<String> ofSize, BiConsumer<String, String[]> add) {
    Bound least = limits.smallest();
    if (least != null && Numbers.first(least).signum() > 0) {
      int size = Numbers.first(least).intValue() - 1;
      add(ofSize.apply(String.valueOf(size)), size, "a_too_short_%s", least, add);
    }
    Bound most = limits.largest();
    if (most != null && Numbers.last(most).signum() >= 0) {
      int size = Numbers.last(most).intValue() + 1;
      add(ofSize.apply(String.valueOf(size)), size, "a_too_long_%s", most, add);
    }
  }

  private static void add(
      String value, int size, String how, Bound bound, BiConsumer<String, String[]> add) {
    if (!value.isEmpty() && size <= LONGEST) {
      add.accept(value, new String[] {how, bound.why()});
    }
  }
}
