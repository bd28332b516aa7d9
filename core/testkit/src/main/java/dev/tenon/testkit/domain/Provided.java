package dev.tenon.testkit.domain;

import dev.tenon.testkit.choice.Choices;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Values that the user's own generator gives.
 *
 * @param type their type
 * @param arbitrary the generator
 * @param known how the type would be made otherwise, which says what keeps the bounds; null if it
 *     could not
 */
record Provided(Class<?> type, Arbitrary<?> arbitrary, @Nullable Kind known) implements Kind {

  private static final int SIZE = 1_000;

  @Override
  public Object draw(Bounds bounds, Choices choices) {
    Object drawn =
        Tries.until(choices, this::any, each -> holds(each, bounds) && !bounds.isExcepted(each));
    if (drawn == null) {
      throw new NoValueException(
          "the provided generator of "
              + Types.name(type)
              + " gave none in two hundred that is "
              + text(bounds)
              + ": let it give such values");
    }
    return drawn;
  }

  /** The generators of jqwik need a session, which is there only inside of its engine. */
  private @Nullable Object any(Choices choices) {
    if (JqwikSession.isActive()) {
      return generated(choices);
    }
    AtomicReference<@Nullable Object> drawn = new AtomicReference<>();
    JqwikSession.run(() -> drawn.set(generated(choices)));
    return drawn.get();
  }

  private @Nullable Object generated(Choices choices) {
    return copy(arbitrary.generator(SIZE).next(choices.seeded()).value());
  }

  /** A generator may give one object again and again, and suites change what they passed. */
  private static @Nullable Object copy(@Nullable Object value) {
    if (value == null || !(value instanceof Cloneable)) {
      return value;
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      int length = Array.getLength(value);
      Object array = Array.newInstance(type.getComponentType(), length);
      System.arraycopy(value, 0, array, 0, length);
      return array;
    }
    if (!type.getName().startsWith("java.util.")) {
      return value;
    }
    try {
      return type.getMethod("clone").invoke(value);
    } catch (ReflectiveOperationException unusual) {
      return value;
    }
  }

  @Override
  public boolean holds(Object value, Bounds bounds) {
    return Types.isInstance(type, value) && (known == null || known.holds(value, bounds));
  }

  @Override
  public boolean isEmpty(Bounds bounds) {
    return known != null && Objects.requireNonNull(known).isEmpty(bounds);
  }

  @Override
  public List<Change> edges(Bounds bounds) {
    return List.of();
  }
}
