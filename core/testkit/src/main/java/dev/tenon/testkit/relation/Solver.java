package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import dev.tenon.testkit.choice.Choices;
import dev.tenon.testkit.domain.Domain;
import dev.tenon.testkit.domain.EmptyDomainException;
import dev.tenon.testkit.domain.Limits;
import dev.tenon.testkit.domain.NoValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws values that belong together: what can be read of a value alone is drawn first, numbers are
 * decided one after the other within what their relations leave, and the rest is drawn from that.
 * What it cannot draw by is asked of what it drew.
 */
public final class Solver {

  private static final int ATTEMPTS = 40;
  private static final int TRIES = 25;

  private final Problem problem;
  private final Tally tally;
  private final Slots slots;
  private final Map<String, @Nullable Object> known;

  private Solver(Problem problem, Tally tally) {
    this.problem = problem;
    this.tally = tally;
    this.slots = new Slots(problem.roots());
    this.known = new LinkedHashMap<>(problem.known());
  }

  /**
   * Draws.
   *
   * @param problem what is to be drawn
   * @param choices where it comes from
   * @param tally counts what filters refuse
   * @return a value for each root
   * @throws EmptyDomainException if no values can hold together, as far as that can be told
   * @throws NoValueException if none were found within the tries, or a type cannot be made
   */
  public static Map<String, @Nullable Object> draw(Problem problem, Choices choices, Tally tally) {
    RuntimeException last = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      int made = choices.begin();
      try {
        return new Solver(problem, tally).draw(choices);
      } catch (EmptyDomainException | RefusedException again) {
        last = again;
        if (choices.begin() == made) {
          // Nothing was chosen: it would end like this again.
          break;
        }
      }
    }
    if (last instanceof EmptyDomainException empty) {
      throw empty;
    }
    throw new NoValueException(String.valueOf(last == null ? "" : last.getMessage()));
  }

  /**
   * Whether values are drawn by all that a part of a clause says, rather than asked of it.
   *
   * @param problem what is to be drawn
   * @param literal the part
   */
  public static boolean isDrawnBy(Problem problem, Literal literal) {
    Solver solver = new Solver(problem, new Tally());
    boolean isSaid = Translation.of(solver.slots, solver.reader(), literal).isWhole();
    return isSaid || !solver.readFirst(literal).isEmpty();
  }

  private Map<String, @Nullable Object> draw(Choices choices) {
    for (String root : readFirst()) {
      narrowAlone();
      drawRoot(root, choices);
    }
    List<Demand> demands = narrowAlone();
    decide(demands, choices);
    for (Demand each : demands) {
      if (each instanceof Demand.Same same) {
        same(same, choices);
      } else if (each instanceof Demand.Member member) {
        member(member, choices);
      }
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String root : problem.roots().keySet()) {
      if (!known.containsKey(root)) {
        drawRoot(root, choices);
      }
    }
    problem.roots().keySet().forEach(root -> values.put(root, known.get(root)));
    return values;
  }

  private Reader reader() {
    return new Reader(slots, new Interpreter(problem.loader(), known, problem.old()));
  }

  /** Roots of which something is read that cannot be decided, and compared with what can. */
  private Set<String> readFirst() {
    Set<String> first = new LinkedHashSet<>();
    problem.literals().forEach(each -> first.addAll(readFirst(each)));
    return first;
  }

  private Set<String> readFirst(Literal literal) {
    Set<String> first = new LinkedHashSet<>();
    Set<String> roots = Roots.of(literal.node(), problem.roots().keySet());
    if (roots.size() > 1 && literal.node().children().size() == 2) {
      Node left = literal.node().children().get(0);
      Node right = literal.node().children().get(1);
      Reader reader = reader();
      boolean isLeftOpen = isDecidable(reader, left);
      boolean isRightOpen = isDecidable(reader, right);
      if (isLeftOpen && !isRightOpen) {
        first.addAll(Roots.of(right, problem.roots().keySet()));
      } else if (isRightOpen && !isLeftOpen) {
        first.addAll(Roots.of(left, problem.roots().keySet()));
      }
    }
    first.removeAll(known.keySet());
    return first;
  }

  private static boolean isDecidable(Reader reader, Node node) {
    return reader.linear(node) != null || reader.slot(node) != null || reader.isKnown(node);
  }

  /** Narrows by what is said of single values now, and gives all that is demanded. */
  private List<Demand> narrowAlone() {
    List<Demand> demands = new ArrayList<>();
    Reader reader = reader();
    for (Literal each : problem.literals()) {
      demands.addAll(Translation.of(slots, reader, each).demands());
    }
    for (Demand each : demands) {
      if (each instanceof Demand.Alone alone && !known.containsKey(alone.path().root())) {
        slots.narrow(alone.path(), alone.limits());
      }
    }
    return demands;
  }

  private void decide(List<Demand> demands, Choices choices) {
    List<Demand.Linear> relations =
        demands.stream()
            .filter(Demand.Linear.class::isInstance)
            .map(Demand.Linear.class::cast)
            .toList();
    new Deciding(slots, relations, known.keySet()).decide(choices);
  }

  private void same(Demand.Same same, Choices choices) {
    Path one = same.one();
    Path other = same.other();
    if (isDrawn(one) && isDrawn(other)) {
      return;
    }
    if (isDrawn(other)) {
      one = same.other();
      other = same.one();
    }
    Domain second = slots.at(other);
    if (same.isEqual() && second != null && !isDrawn(one)) {
      slots.narrow(one, second.limits());
    }
    List<@Nullable Object> value = new ArrayList<>();
    value.add(valueOf(one, choices));
    slots.narrow(other, same.isEqual() ? Limits.only(value) : Limits.except(value));
  }

  private boolean isDrawn(Path path) {
    return known.containsKey(path.root());
  }

  private @Nullable Object valueOf(Path path, Choices choices) {
    if (isDrawn(path)) {
      Object value = known.get(path.root());
      for (String step : path.steps()) {
        value = value == null ? null : Invoked.on(value, step, List.of());
      }
      return value;
    }
    Domain domain = slots.at(path);
    if (domain == null) {
      throw new EmptyDomainException(path + " cannot be decided");
    }
    Object value = domain.draw(choices);
    List<@Nullable Object> only = new ArrayList<>();
    only.add(value);
    slots.narrow(path, Limits.only(only));
    return value;
  }

  private void member(Demand.Member member, Choices choices) {
    if (isDrawn(member.element()) || member.element().root().equals(member.of().root())) {
      return;
    }
    if (!isDrawn(member.of())) {
      drawRoot(member.of().root(), choices);
    }
    List<@Nullable Object> members = Translation.members(valueOf(member.of(), choices));
    slots.narrow(member.element(), member.isIn() ? Limits.only(members) : Limits.except(members));
  }

  private void drawRoot(String root, Choices choices) {
    Domain domain = problem.roots().get(root) == null ? null : slots.roots().get(root);
    if (domain == null) {
      throw new EmptyDomainException(root + " is not known");
    }
    Filter refusing = null;
    for (int i = 0; i < TRIES; i++) {
      known.put(root, domain.draw(choices));
      refusing = refusing(root);
      if (refusing == null) {
        return;
      }
      tally.refuse(refusing.name());
    }
    throw new RefusedException(refusing == null ? root : refusing.name());
  }

  /** The first filter that can be asked since this root is known, and refuses it. */
  private @Nullable Filter refusing(String root) {
    for (Filter each : problem.filters()) {
      if (each.reads().contains(root)
          && known.keySet().containsAll(each.reads())
          && !each.holds().test(known)) {
        return each;
      }
    }
    return null;
  }
}
