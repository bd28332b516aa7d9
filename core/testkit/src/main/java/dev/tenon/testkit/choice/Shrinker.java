package dev.tenon.testkit.choice;

import dev.tenon.testkit.choice.Choices.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the simplest record of choices that still fails: shorter ones first, then those with
 * smaller choices.
 */
public final class Shrinker {

  private final Predicate<Choices> fails;
  private int tries;
  private List<BigInteger> best;
  private List<Span> spans;

  private Shrinker(Predicate<Choices> fails, Choices failing, int tries) {
    this.fails = fails;
    this.tries = tries;
    this.best = failing.made();
    this.spans = failing.spans();
  }

  /**
   * Shrinks.
   *
   * @param failing choices that failed
   * @param tries how often others are tried at most
   * @param fails whether others fail in the same way
   * @return the simplest found that fails; never worse than those given
   */
  public static List<BigInteger> shrink(Choices failing, int tries, Predicate<Choices> fails) {
    Shrinker shrinker = new Shrinker(fails, failing, tries);
    List<BigInteger> before;
    do {
      before = shrinker.best;
      shrinker.leaveOut();
      shrinker.makeSmaller();
    } while (!before.equals(shrinker.best) && shrinker.tries > 0);
    return shrinker.best;
  }

  /** Leaves out spans, the longest first, then runs of choices. */
  private void leaveOut() {
    boolean isShorter;
    do {
      isShorter = false;
      List<Span> longestFirst = new ArrayList<>(spans);
      longestFirst.sort(Comparator.comparingInt((Span each) -> each.from() - each.to()));
      for (Span each : longestFirst) {
        if (each.to() <= best.size() && each.from() < each.to() && tryWithout(each)) {
          isShorter = true;
          break;
        }
      }
    } while (isShorter && tries > 0);
    for (int length = 4; length > 0; length--) {
      for (int from = best.size() - length; from >= 0; from--) {
        if (from + length <= best.size()) {
          tryWithout(new Span(from, from + length));
        }
      }
    }
  }

  private boolean tryWithout(Span left) {
    List<BigInteger> shorter = new ArrayList<>(best.subList(0, left.from()));
    shorter.addAll(best.subList(left.to(), best.size()));
    return isBetter(shorter);
  }

  private void makeSmaller() {
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i).signum() > 0 && !isBetter(with(i, BigInteger.ZERO))) {
        search(i);
      }
    }
  }

  /** 0 does not fail, and what is there does: somewhere between them it begins to. */
  private void search(int at) {
    BigInteger passes = BigInteger.ZERO;
    while (tries > 0
        && at < best.size()
        && best.get(at).subtract(passes).compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = passes.add(best.get(at)).shiftRight(1);
      if (!isBetter(with(at, middle))) {
        passes = middle;
      }
    }
  }

  private List<BigInteger> with(int at, BigInteger choice) {
    List<BigInteger> other = new ArrayList<>(best);
    other.set(at, choice);
    return other;
  }

  private boolean isBetter(List<BigInteger> candidate) {
    if (tries <= 0) {
      return false;
    }
    tries--;
    Choices choices = Choices.of(candidate);
    if (!fails.test(choices)) {
      return false;
    }
    List<BigInteger> made = choices.made();
    if (!isSimpler(made, best)) {
      return false;
    }
    best = made;
    spans = choices.spans();
    return true;
  }

  private static boolean isSimpler(List<BigInteger> one, List<BigInteger> other) {
    if (one.size() != other.size()) {
      return one.size() < other.size();
    }
    for (int i = 0; i < one.size(); i++) {
      int compared = one.get(i).compareTo(other.get(i));
      if (compared != 0) {
        return compared < 0;
      }
    }
    return false;
  }
}
