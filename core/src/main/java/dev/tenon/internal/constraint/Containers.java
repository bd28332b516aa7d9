package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a test of what stands in a container to one of the container. */
final class Containers {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle EACH = find("each", Iterable.class);
  private static final MethodHandle KEYS = find("keys", Map.class);
  private static final MethodHandle VALUES = find("values", Map.class);
  private static final MethodHandle PRESENT = find("present", Optional.class);
  private static final Class<?> IMMUTABLE = List.of(1, 2, 3).getClass();
  private static final Class<?> SHORT_IMMUTABLE = List.of(1).getClass();

  private Containers() {}

  /**
   * The test of a container.
   *
   * @param step which of its contents
   * @param test (content)boolean
   * @param flags the flag of the current thread
   * @return (container)boolean; null when only the validator knows how to take it apart
   */
  static @Nullable MethodHandle test(Position.Step step, MethodHandle test, Supplier<Flag> flags) {
    MethodHandle helper = helper(step);
    if (helper == null) {
      return null;
    }
    MethodHandle erased = test.asType(MethodType.methodType(boolean.class, Object.class));
    return MethodHandles.insertArguments(helper, 0, erased, flags)
        .asType(MethodType.methodType(boolean.class, step.container()));
  }

  private static @Nullable MethodHandle helper(Position.Step step) {
    Class<?> container = step.container();
    // What applications make of these may have an extractor of its own.
    if (container.getClassLoader() != null) {
      return null;
    }
    if (container == Optional.class) {
      return PRESENT;
    }
    int parameters = container.getTypeParameters().length;
    if (Iterable.class.isAssignableFrom(container) && parameters == 1) {
      return EACH;
    }
    if (Map.class.isAssignableFrom(container) && parameters == 2) {
      return step.argument() == 0 ? KEYS : VALUES;
    }
    return null;
  }

  static boolean each(MethodHandle test, Supplier<Flag> flags, @Nullable Iterable<?> container)
      throws Throwable {
    if (container == null) {
      return true;
    }
    if (container.getClass().getClassLoader() == null) {
      return all(test, container);
    }
    Flag flag = flags.get();
    boolean wasOn = flag.on;
    flag.on = true;
    try {
      return all(test, container);
    } finally {
      flag.on = wasOn;
    }
  }

  static boolean keys(MethodHandle test, Supplier<Flag> flags, @Nullable Map<?, ?> container)
      throws Throwable {
    return container == null || each(test, flags, container.keySet());
  }

  static boolean values(MethodHandle test, Supplier<Flag> flags, @Nullable Map<?, ?> container)
      throws Throwable {
    return container == null || each(test, flags, container.values());
  }

  @SuppressWarnings({"NullableOptional", "UnusedVariable"}) // a client may pass null all the same
  static boolean present(MethodHandle test, Supplier<Flag> flags, @Nullable Optional<?> container)
      throws Throwable {
    // An empty one has a content to Bean Validation: null.
    return container == null || (boolean) test.invokeExact((Object) container.orElse(null));
  }

  /**
   * Whether the test holds for all.
   *
   * <p>The most frequent lists have a loop each. All seams share these loops, and the JVM compiles
   * one that has met many types with calls that it cannot see through: ten texts took 81 ns and an
   * iterator of 32 bytes rather than 23 ns and none.
   */
  private static boolean all(MethodHandle test, Iterable<?> container) throws Throwable {
    Class<?> type = container.getClass();
    if (type == ArrayList.class) {
      return allOfArrayList(test, container);
    }
    if (type == IMMUTABLE || type == SHORT_IMMUTABLE) {
      return allOfImmutable(test, container);
    }
    return allOfAny(test, container);
  }

  private static boolean allOfArrayList(MethodHandle test, Iterable<?> list) throws Throwable {
    for (Object element : list) {
      if (!(boolean) test.invokeExact(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allOfImmutable(MethodHandle test, Iterable<?> list) throws Throwable {
    for (Object element : list) {
      if (!(boolean) test.invokeExact(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allOfAny(MethodHandle test, Iterable<?> container) throws Throwable {
    for (Object element : container) {
      if (!(boolean) test.invokeExact(element)) {
        return false;
      }
    }
    return true;
  }

  private static MethodHandle find(String name, Class<?> container) {
    try {
      return LOOKUP.findStatic(
          Containers.class,
          name,
          MethodType.methodType(boolean.class, MethodHandle.class, Supplier.class, container));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
