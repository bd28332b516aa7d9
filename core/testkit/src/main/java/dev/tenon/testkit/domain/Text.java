package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Trait.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts: lengths by construction, patterns by generation and another look. */
record Text(Class<?> type) implements Kind {

  private static final int LONGEST_EDGE = 5_000;
  private static final int SHORT = 20;
  private static final Decimal NUMBERS = Decimal.of(BigDecimal.class);

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    String drawn =
        Tries.until(
            choices, tries(bounds), from -> any(bounds, from), each -> isFine(each, bounds));
    if (drawn == null) {
      throw new NoValueException("found no " + text(bounds) + " in " + tries(bounds) + " tries");
    }
    return drawn;
  }

  /** Two patterns have few texts in common. */
  private static int tries(Bounds bounds) {
    return bounds.limits().matching().size() > 1 ? 2_000 : 200;
  }

  private boolean isFine(String text, Bounds bounds) {
    return holds(text, bounds) && !bounds.isExcepted(text);
  }

  private static @Nullable String any(Bounds bounds, Choices choices) {
    if (isNumber(bounds)) {
      return number(bounds, choices);
    }
    List<Trait> formats =
        bounds.traits().isEmpty()
            ? List.of()
            : bounds.traits().stream().filter(Formats::isFormat).toList();
    List<Pattern> patterns = bounds.limits().matching();
    if (!formats.isEmpty() && (patterns.isEmpty() || choices.next(3) != 2)) {
      return Formats.draw(formats.get(0), bounds, choices);
    }
    if (!patterns.isEmpty()) {
      return Patterns.matching(choices.pick(sorted(patterns)), choices);
    }
    List<Pattern> refused = bounds.limits().notMatching();
    if (!refused.isEmpty() && choices.next(3) == 1) {
      return Patterns.notMatching(choices.pick(sorted(refused)), choices);
    }
    Trait blank = bounds.refused(Form.NOT_BLANK);
    return blank == null
        ? Letters.text(bounds.smallest(), bounds.largest(), bounds.has(Form.NOT_BLANK), choices)
        : Letters.blank(bounds.smallest(), bounds.largest(), choices);
  }

  /** In the same order whatever theirs was. */
  private static List<Pattern> sorted(List<Pattern> patterns) {
    if (patterns.size() == 1) {
      return patterns;
    }
    TreeSet<Pattern> sorted =
        new TreeSet<>(
            (one, other) ->
                (one.pattern() + one.flags()).compareTo(other.pattern() + other.flags()));
    sorted.addAll(patterns);
    return List.copyOf(sorted);
  }

  private static boolean isNumber(Bounds bounds) {
    return !bounds.limits().number().equals(Interval.ALL)
        || !bounds.limits().steps().isEmpty()
        || bounds.has(Form.DECIMALS)
        || bounds.refused(Form.DECIMALS) != null;
  }

  private static Bounds ofNumber(Bounds bounds) {
    Limits all = bounds.limits();
    return new Bounds(
            Limits.number(all.number()),
            bounds.traits().stream().filter(each -> each.form() == Form.DECIMALS).toList())
        .and(
            Bounds.of(
                Limits.except(
                    all.except().stream().filter(each -> each instanceof Number).toList())));
  }

  /** Those that are not longer than the text may be. */
  private static Bounds shortNumber(Bounds bounds) {
    Bounds numbers = ofNumber(bounds);
    int most = bounds.largest();
    if (most > SHORT) {
      return numbers;
    }
    BigDecimal high = BigDecimal.TEN.pow(Math.max(0, most));
    BigDecimal low = BigDecimal.TEN.pow(Math.max(0, most - 1)).negate();
    Bounds shorter =
        numbers
            .and(Bounds.of(Limits.number(new Interval(low, false, high, false))))
            .and(Bounds.of(Trait.of(Form.DECIMALS, Integer.toString(Math.max(0, most - 3)))));
    return NUMBERS.isEmpty(shorter) ? numbers : shorter;
  }

  private static String number(Bounds bounds, Choices choices) {
    BigDecimal number = (BigDecimal) NUMBERS.draw(shortNumber(bounds), choices);
    String plain = number.toPlainString();
    if (plain.length() >= bounds.smallest() && !choices.isOneIn(8)) {
      return plain;
    }
    int missing = Math.min(bounds.smallest(), LONGEST_EDGE) - plain.length();
    if (missing > 0) {
      boolean isNegative = number.signum() < 0;
      return (isNegative ? "-" : "")
          + "0".repeat(missing)
          + (isNegative ? plain.substring(1) : plain);
    }
    return number.unscaledValue() + "e" + -number.scale();
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    if (!(value instanceof CharSequence) || !Types.isInstance(type, value)) {
      return false;
    }
    String text = value.toString();
    if (bounds.traits().isEmpty() && !isNumber(bounds)) {
      return bounds.isSize(text.length()) && isMatching(text, bounds.limits());
    }
    return bounds.isSize(text.length())
        && isMatching(text, bounds.limits())
        && bounds.traits().stream().allMatch(each -> Formats.isKept(each, text))
        && (!isNumber(bounds) || isNumber(text, bounds));
  }

  private static boolean isMatching(String text, Limits limits) {
    for (Pattern each : limits.matching()) {
      if (!each.matcher(text).matches()) {
        return false;
      }
    }
    for (Pattern each : limits.notMatching()) {
      if (each.matcher(text).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text, Bounds bounds) {
    try {
      BigDecimal number = new BigDecimal(text);
      Bounds numbers = ofNumber(bounds);
      return NUMBERS.holds(number, numbers) && !numbers.isExcepted(number);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    int least = bounds.has(Form.NOT_BLANK) ? Math.max(1, bounds.smallest()) : bounds.smallest();
    return least > bounds.largest()
        || bounds.limits().size().whole().isEmpty()
        || (isNumber(bounds) && NUMBERS.isEmpty(ofNumber(bounds)))
        || (bounds.largest() == 0 && !isFine("", bounds));
  }

  @Override
  public @Nullable List<Object> all(Bounds bounds, int most) {
    return bounds.largest() == 0 && isFine("", bounds) ? List.of("") : null;
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>(sizes(this, bounds, LONGEST_EDGE));
    if (isNumber(bounds)) {
      for (Change each : NUMBERS.edges(ofNumber(bounds))) {
        Object only = Objects.requireNonNull(each.bounds().limits().only()).get(0);
        BigDecimal number = (BigDecimal) Objects.requireNonNull(only);
        edges.add(
            new Change(each.what(), this, Bounds.of(Limits.number(Interval.of(number, number)))));
      }
    } else if (bounds.traits().isEmpty() && bounds.limits().matching().isEmpty()) {
      for (String each : Letters.ODD) {
        if (isFine(each, bounds)) {
          edges.add(
              new Change(": " + Letters.shown(each), this, Bounds.of(Limits.only(List.of(each)))));
        }
      }
    }
    return edges;
  }

  /** The smallest sizes and the largest ones. */
  static List<Change> sizes(Kind kind, Bounds bounds, int largest) {
    TreeSet<Integer> sizes = new TreeSet<>(List.of(bounds.smallest(), bounds.smallest() + 1));
    if (bounds.largest() <= largest) {
      sizes.add(bounds.largest());
      sizes.add(Math.max(0, bounds.largest() - 1));
    }
    return sizes.stream()
        .filter(bounds::isSize)
        .map(each -> new Change(": size " + each, kind, Bounds.sizes(each, each)))
        .toList();
  }
}
