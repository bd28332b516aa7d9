package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.List;
import java.util.function.Function;

/**
 * Values to which no limit applies.
 *
 * @param type their type
 * @param drawn how one is drawn
 */
record Free(Class<?> type, Function<Choices, Object> drawn) implements Kind {

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    return drawn.apply(choices);
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return Types.isInstance(type, value);
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return false;
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    return List.of();
  }
}
