package dev.tenon.testkit.relation;

import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Interval;
import dev.tenon.testkit.domain.Limits;
import dev.tenon.testkit.relation.Demand.Linear;
import dev.tenon.testkit.relation.Demand.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides the numbers that are related, one after the other. */
final class Deciding {

  /** Where nothing asks for more, collections stay small. */
  private static final List<Integer> SIZES = List.of(16, 300, 10_000, 1_000_000);

  private static final int TRIES = 20;

  private final Slots slots;
  private final List<Linear> relations;
  private final Set<String> drawn;

  Deciding(Slots slots, List<Linear> relations, Set<String> drawn) {
    this.slots = slots;
    this.relations = relations;
    this.drawn = drawn;
  }

  void decide(Choices choices) {
    Propagation left = started();
    for (Variable each : left.variables()) {
      if (!drawn.contains(each.path().root())) {
        decide(each, left, choices);
      }
    }
  }

  private Propagation started() {
    boolean isOfSizes =
        relations.stream()
            .flatMap(each -> each.form().terms().keySet().stream())
            .anyMatch(Variable::isSize);
    for (int most : isOfSizes ? SIZES : SIZES.subList(0, 1)) {
      try {
        Propagation left = new Propagation(slots, relations, most);
        left.run();
        return left;
      } catch (EmptyDomainException smaller) {
        // Larger ones may do.
      }
    }
    throw new EmptyDomainException(this::conflict);
  }

  /** Names the fewest clauses that leave nothing together, and what they are about. */
  private String conflict() {
    List<Linear> needed = new ArrayList<>(relations);
    for (Linear each : relations) {
      List<Linear> fewer = new ArrayList<>(needed);
      fewer.remove(each);
      if (isEmpty(fewer)) {
        needed = fewer;
      }
    }
    Set<String> clauses = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    for (Linear each : needed) {
      clauses.add(each.origin());
      each.form().terms().keySet().forEach(variable -> places.add(place(variable)));
    }
    return String.join(" and ", clauses)
        + (clauses.size() == 1 ? " leaves nothing" : " leave nothing")
        + (places.isEmpty() ? "" : " of " + String.join(", ", places));
  }

  private boolean isEmpty(List<Linear> some) {
    try {
      new Propagation(slots, some, SIZES.get(SIZES.size() - 1)).run();
      return false;
    } catch (EmptyDomainException empty) {
      return true;
    }
  }

  private String place(Variable variable) {
    Domain domain = slots.at(variable.path());
    return variable + (domain == null || variable.isSize() ? "" : " (" + domain.text() + ")");
  }

  private void decide(Variable variable, Propagation left, Choices choices) {
    Interval interval = left.of(variable);
    if (!variable.isSize()) {
      slots.narrow(variable.path(), Limits.number(interval));
    }
    for (int i = 0; i < TRIES; i++) {
      Object drawn = variable.isSize() ? Sizes.draw(interval, choices) : drawn(variable, choices);
      BigDecimal value = Arithmetic.decimal(drawn);
      if (value == null) {
        throw new EmptyDomainException("no number for " + variable);
      }
      if (!isForbidden(variable, value, left)) {
        slots.narrow(
            variable.path(),
            variable.isSize()
                ? Limits.size(Interval.of(value, value))
                : Limits.only(List.of(drawn)));
        left.decide(variable, value);
        left.run();
        return;
      }
    }
    throw new EmptyDomainException("no value for " + variable);
  }

  private Object drawn(Variable variable, Choices choices) {
    Domain domain = slots.at(variable.path());
    Object drawn = domain == null ? null : domain.draw(choices);
    if (drawn == null) {
      throw new EmptyDomainException("no number for " + variable);
    }
    return drawn;
  }

  /** Whether a relation that is to be unequal would be equal, all others of it decided. */
  private boolean isForbidden(Variable variable, BigDecimal value, Propagation left) {
    for (Linear each : relations) {
      if (each.relation() == Relation.UNEQUAL && each.form().terms().containsKey(variable)) {
        BigDecimal sum = each.form().constant();
        boolean isDecided = true;
        for (Map.Entry<Variable, BigDecimal> term : each.form().terms().entrySet()) {
          boolean isThis = term.getKey().equals(variable);
          isDecided &= isThis || left.isDecided(term.getKey());
          BigDecimal of = isThis ? value : left.of(term.getKey()).low();
          sum = of == null ? sum : sum.add(of.multiply(term.getValue()));
        }
        if (isDecided && sum.signum() == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Sizes are drawn here: small ones, and the ends. */
  static final class Sizes {

    private static final int SMALL = 8;

    private Sizes() {}

    static BigDecimal draw(Interval interval, Choices choices) {
      long low = interval.low() == null ? 0 : Math.max(0, interval.low().longValue());
      long high = interval.high() == null ? low + SMALL : interval.high().longValue();
      List<Long> ends = new ArrayList<>(List.of(low, high));
      boolean isEnd = choices.isOneIn(4);
      long width = Math.min(high - low, SMALL) + 1;
      return BigDecimal.valueOf(isEnd ? choices.pick(ends) : low + choices.next((int) width));
    }
  }
}
