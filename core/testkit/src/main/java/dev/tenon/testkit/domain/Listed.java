package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that are known one by one.
 *
 * @param type their type
 * @param values the simplest first
 * @param isAll whether there are no others of the type
 */
record Listed(Class<?> type, List<Object> values, boolean isAll) implements Kind {

  private List<Object> inside(Bounds bounds) {
    if (bounds.limits().only() == null && bounds.limits().except().isEmpty()) {
      return values;
    }
    return values.stream()
        .filter(each -> bounds.isAmong(each) && !bounds.isExcepted(each))
        .toList();
  }

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    List<Object> inside = inside(bounds);
    if (inside.isEmpty()) {
      throw new NoValueException("there is no " + text(bounds));
    }
    return choices.pick(inside);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return isAll ? values.contains(value) : Types.isInstance(type, value);
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return inside(bounds).isEmpty();
  }

  @Override
  public List<Object> all(Bounds bounds, int most) {
    return inside(bounds);
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    List<Change> edges = new ArrayList<>();
    for (@Nullable Object each : isAll ? inside(bounds) : List.of()) {
      edges.add(new Change(": " + each, this, Bounds.of(Limits.only(List.of(each)))));
    }
    return edges;
  }
}
