package dev.tenon.benchmark.handoff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.IntStream;

/** Classes with the same bytes, as many as a call site is to see. */
final class Copies extends ClassLoader {

  private Copies(ClassLoader parent) {
    super(parent);
  }

  /** An instance of each of so many copies of a class, which is public with all that it uses. */
  static <S> S[] of(int copies, Class<S> type, Class<? extends S> supplier) {
    @SuppressWarnings("unchecked")
    S[] made = (S[]) java.lang.reflect.Array.newInstance(type, copies);
    IntStream.range(0, copies).forEach(i -> made[i] = type.cast(copy(supplier)));
    return made;
  }

  private static Object copy(Class<?> type) {
    try {
      byte[] bytes = bytes(type);
      Class<?> copy =
          new Copies(type.getClassLoader())
              .defineClass(type.getName(), bytes, 0, bytes.length, type.getProtectionDomain());
      return copy.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
