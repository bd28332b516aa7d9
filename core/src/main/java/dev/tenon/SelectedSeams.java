package dev.tenon;

import dev.tenon.internal.guard.Constrainings;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The seams that the option {@code seams} makes of types with constraints alone. */
final class SelectedSeams {

  private SelectedSeams() {}

  /** Those among some names. */
  static Set<String> of(Set<String> names, @Nullable ClassLoader loader) {
    Set<String> found = new TreeSet<>();
    for (String name : names) {
      if (is(name, loader)) {
        found.add(name);
      }
    }
    return found;
  }

  /** Whether a type is one. It is loaded where the option selects it, and never initialised. */
  static boolean is(String name, @Nullable ClassLoader loader) {
    if (!Constrainings.areSelected(name)) {
      return false;
    }
    try {
      return Constrainings.areOn(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError | TypeNotPresentException unreadable) {
      // Nor will anybody call it.
      return false;
    }
  }
}
