package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types stand above a type, by class files: none is loaded for it.
 *
 * <p>Thread-safe.
 */
final class Ancestors {

  private final Realms realms;

  Ancestors(Realms realms) {
    this.realms = realms;
  }

  /**
   * Whether a type is another or may be below it.
   *
   * @param loader that the type is named in
   * @param being a class that is just being loaded
   * @param type internal name
   * @param other internal name
   * @return false only when it is certain
   */
  boolean mayBeBelow(ClassLoader loader, ClassHeader being, String type, String other)
      throws IOException {
    if (type.equals(other)) {
      return true;
    }
    Realm realm = realms.of(loader);
    Set<String> above = realm.ancestors.get(type);
    if (above == null) {
      above = above(loader, being, type);
      realm.ancestors.put(type, above);
    }
    return above.isEmpty() || above.contains(other);
  }

  /** The type and all above it; empty when the class file of one is not to be found. */
  private static Set<String> above(ClassLoader loader, ClassHeader being, String type)
      throws IOException {
    Set<String> found = new HashSet<>();
    Deque<String> next = new ArrayDeque<>();
    next.add(type);
    for (String name = next.poll(); name != null; name = next.poll()) {
      if (!found.add(name)) {
        continue;
      }
      ClassHeader header = name.equals(being.name()) ? being : header(loader, name);
      if (header == null) {
        return Set.of();
      }
      next.addAll(Arrays.asList(header.interfaces()));
      if (header.superName() != null) {
        next.add(header.superName());
      }
    }
    return found;
  }

  private static @Nullable ClassHeader header(ClassLoader loader, String name) throws IOException {
    byte[] bytes = ClassFiles.read(loader, name);
    return bytes == null ? null : ClassHeader.of(bytes);
  }
}
