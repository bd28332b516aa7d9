package dev.tenon.cli.ghostwriter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of the values of one place. It narrows while clauses are read. */
final class Limits {

  private final Map<Matter, String> matters = new TreeMap<>();
  private final Map<BigDecimal, String> excluded = new TreeMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Set<String> read = new TreeSet<>();
  private final List<String> notUnderstood = new ArrayList<>();
  private @Nullable Bound low;
  private @Nullable Bound high;
  private @Nullable Bound smallest;
  private @Nullable Bound largest;
  private int fraction = -1;

  /** What a value is, or is not. */
  enum Matter {
    PRESENT,
    NOT_BLANK,
    TRUE,
    FALSE
  }

  /** It is so, because of a clause. */
  void is(Matter matter, String why) {
    matters.putIfAbsent(matter, why);
  }

  /** The clause that says so; null when none does. */
  @Nullable String why(Matter matter) {
    return matters.get(matter);
  }

  void from(Bound bound) {
    low = Bound.higher(low, bound);
  }

  void upTo(Bound bound) {
    high = Bound.lower(high, bound);
  }

  void sizeFrom(Bound bound) {
    smallest = Bound.higher(smallest, bound);
  }

  void sizeUpTo(Bound bound) {
    largest = Bound.lower(largest, bound);
  }

  void not(BigDecimal value, String why) {
    excluded.put(value, why);
  }

  void matching(String pattern) {
    patterns.add(pattern);
  }

  void digits(int behindThePoint) {
    fraction = fraction < 0 ? behindThePoint : Math.min(fraction, behindThePoint);
  }

  /** A constraint was read that is called so. */
  void read(String simpleName) {
    read.add(simpleName);
  }

  /** Whether a constraint of this name was read. */
  boolean hasRead(String simpleName) {
    return read.contains(simpleName);
  }

  /** A constraint that nobody here can write values for. */
  void notUnderstood(String constraint) {
    notUnderstood.add(constraint);
  }

  @Nullable Bound low() {
    return low;
  }

  @Nullable Bound high() {
    return high;
  }

  @Nullable Bound smallest() {
    return smallest;
  }

  @Nullable Bound largest() {
    return largest;
  }

  Map<BigDecimal, String> excluded() {
    return excluded;
  }

  List<String> patterns() {
    return patterns;
  }

  /** How many digits there are behind the point at most; negative when nobody says. */
  int fraction() {
    return fraction;
  }

  boolean isUnderstood() {
    return notUnderstood.isEmpty();
  }
}
