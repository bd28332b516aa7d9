package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the parts of an object together, so that what is demanded of several of them is kept. */
@FunctionalInterface
public interface Joint {

  /** Each part by itself, in their order. */
  Joint APART =
      (type, parts, choices) -> {
        Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
        parts.forEach((name, part) -> drawn.put(name, part.draw(choices)));
        return drawn;
      };

  /**
   * Draws the parts.
   *
   * @param type the class of the object that is made of them
   * @param parts their domains by name, in the order in which whoever makes the object takes them
   * @param choices where the values come from
   * @return a value for each name
   */
  Map<String, @Nullable Object> draw(Class<?> type, Map<String, Domain> parts, Choices choices);

  /**
   * Whether an object that was made is right.
   *
   * @param made the object
   * @return false to have another one made
   */
  default boolean accepts(Object made) {
    return true;
  }
}
