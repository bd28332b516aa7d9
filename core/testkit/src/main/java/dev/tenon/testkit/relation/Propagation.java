package dev.tenon.testkit.relation;

import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Interval;
import dev.tenon.testkit.domain.Limits;
import dev.tenon.testkit.relation.Demand.Linear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What relations leave of each variable, given what the others may still be: intervals, narrowed
 * until nothing changes.
 */
final class Propagation {

  private static final int ROUNDS = 30;
  private final Slots slots;
  private final List<Linear> relations;
  private final Interval sizes;
  private final Map<Variable, Interval> intervals = new LinkedHashMap<>();

  Propagation(Slots slots, List<Linear> relations, int mostSize) {
    this.slots = slots;
    this.relations = relations;
    this.sizes = Interval.of(0, mostSize);
    for (Linear each : relations) {
      each.form().terms().keySet().forEach(variable -> intervals.put(variable, domain(variable)));
    }
  }

  /** The variables in the order in which relations name them. */
  List<Variable> variables() {
    return List.copyOf(intervals.keySet());
  }

  Interval of(Variable variable) {
    return intervals.getOrDefault(variable, Interval.ALL);
  }

  boolean isDecided(Variable variable) {
    Interval interval = of(variable);
    return interval.low() != null
        && interval.high() != null
        && interval.low().compareTo(interval.high()) == 0;
  }

  void decide(Variable variable, BigDecimal value) {
    intervals.put(variable, Interval.of(value, value));
  }

  /**
   * Narrows all intervals.
   *
   * @throws EmptyDomainException if nothing is left for one
   */
  void run() {
    boolean isChanged = true;
    for (int round = 0; isChanged && round < ROUNDS; round++) {
      isChanged = false;
      for (Linear each : relations) {
        isChanged |= narrow(each);
      }
    }
  }

  private boolean narrow(Linear relation) {
    return switch (relation.relation()) {
      case AT_MOST -> atMost(relation.form(), true);
      case BELOW -> atMost(relation.form(), false);
      case EQUAL -> {
        boolean isLess = atMost(relation.form(), true);
        boolean isMore = atMost(relation.form().times(BigDecimal.ONE.negate()), true);
        yield isLess || isMore;
      }
      case UNEQUAL -> false;
    };
  }

  /** Each term is at most what the least of all others leaves. */
  private boolean atMost(LinearForm form, boolean isInside) {
    boolean isChanged = false;
    for (Map.Entry<Variable, BigDecimal> each : form.terms().entrySet()) {
      BigDecimal rest = leastOfOthers(form, each.getKey());
      if (rest != null) {
        BigDecimal most = rest.negate();
        BigDecimal factor = each.getValue();
        BigDecimal bound =
            factor.abs().compareTo(BigDecimal.ONE) == 0
                ? most.multiply(factor)
                : most.divide(factor, MathContext.DECIMAL128);
        Interval left =
            factor.signum() > 0
                ? new Interval(null, true, bound, isInside)
                : new Interval(bound, isInside, null, true);
        isChanged |= narrow(each.getKey(), left);
      }
    }
    if (form.isConstant() && form.constant().signum() > (isInside ? 0 : -1)) {
      throw new EmptyDomainException("what is known already leaves nothing");
    }
    return isChanged;
  }

  private boolean narrow(Variable variable, Interval left) {
    Interval before = of(variable);
    Interval after = before.and(left);
    if (isWhole(variable)) {
      after = after.whole();
    }
    if (after.isEmpty()) {
      throw new EmptyDomainException("nothing is left for " + variable);
    }
    intervals.put(variable, after);
    return !same(before, after);
  }

  private static boolean same(Interval one, Interval other) {
    return same(one.low(), other.low())
        && same(one.high(), other.high())
        && one.isLowInside() == other.isLowInside()
        && one.isHighInside() == other.isHighInside();
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  /** The constant and the least of all other terms; null when there is no least. */
  private @Nullable BigDecimal leastOfOthers(LinearForm form, Variable but) {
    BigDecimal least = form.constant();
    for (Map.Entry<Variable, BigDecimal> each : form.terms().entrySet()) {
      if (!each.getKey().equals(but)) {
        Interval interval = of(each.getKey());
        BigDecimal end = each.getValue().signum() > 0 ? interval.low() : interval.high();
        if (end == null) {
          return null;
        }
        least = least.add(end.multiply(each.getValue()));
      }
    }
    return least;
  }

  boolean isWhole(Variable variable) {
    Domain domain = slots.at(variable.path());
    return variable.isSize() || (domain != null && Reader.isWhole(domain.type()));
  }

  private Interval domain(Variable variable) {
    Domain domain = slots.at(variable.path());
    Limits limits = domain == null ? Limits.NONE : domain.limits();
    Interval interval = variable.isSize() ? limits.size().and(sizes) : limits.number();
    if (domain != null && !variable.isSize()) {
      interval = interval.and(Ranges.of(domain.type()));
    }
    return isWhole(variable) ? interval.whole() : interval;
  }
}
