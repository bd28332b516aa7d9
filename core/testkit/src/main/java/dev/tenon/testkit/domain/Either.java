package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Values of one of several kinds: the permitted classes of a sealed one, the numbers.
 *
 * @param type what all of them are
 * @param alternatives the simplest first
 * @param isTerse whether only the simplest is made
 * @param last what was asked last
 */
record Either(
    Class<?> type, Supplier<List<Kind>> alternatives, boolean isTerse, Memo<List<Kind>> last)
    implements Kind {

  static Either of(Class<?> type, Supplier<List<Kind>> alternatives, boolean isTerse) {
    return new Either(type, alternatives, isTerse, new Memo<>());
  }

  private List<Kind> possible(Bounds bounds) {
    return last.of(
        bounds, its -> alternatives.get().stream().filter(each -> !each.isEmpty(its)).toList());
  }

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    List<Kind> possible = possible(bounds);
    if (possible.isEmpty()) {
      throw new NoValueException("there is no " + text(bounds));
    }
    return (isTerse ? possible.get(0) : choices.pick(possible)).draw(bounds, choices);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return Types.isInstance(type, value)
        && alternatives.get().stream().anyMatch(each -> each.holds(value, bounds));
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return possible(bounds).isEmpty();
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    for (Kind each : isTerse ? List.<Kind>of() : possible(bounds)) {
      edges.add(new Change(": a " + each.type().getSimpleName(), each, Bounds.NONE));
      edges.addAll(each.edges(bounds));
    }
    return edges;
  }

  @Override
  public List<Change> outside() {
    List<Change> outside = new ArrayList<>();
    for (Kind each : isTerse ? List.<Kind>of() : alternatives.get()) {
      outside.addAll(each.outside());
    }
    return outside;
  }

  @Override
  public List<String> opaque() {
    return isTerse
        ? List.of()
        : alternatives.get().stream().flatMap(each -> each.opaque().stream()).toList();
  }
}
