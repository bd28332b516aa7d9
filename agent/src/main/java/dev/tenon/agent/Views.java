package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the views that a loader sees by their index, and what they mirror by their class files:
 * neither view nor seam is loaded for it.
 *
 * <p>Thread-safe.
 */
final class Views {

  private final Indexed indexed;
  private final Components components;

  Views(Presence presence, Components components) {
    this.indexed = new Indexed(presence, Kind.VIEW, "view");
    this.components = components;
  }

  List<View> read(ClassLoader loader) throws IOException {
    List<View> found = new ArrayList<>();
    for (String name : ClassFiles.views(loader)) {
      View view = view(loader, name);
      if (view != null) {
        found.add(view);
      }
    }
    return found;
  }

  private @Nullable View view(ClassLoader loader, String name) throws IOException {
    byte[] bytes = indexed.read(loader, name);
    ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
    if (header == null || bytes == null) {
      return null;
    }
    View view = View.of(header, bytes, components.of(loader, header, bytes));
    if (view == null || view.isEmpty()) {
      indexed.refuse(loader, name, "it is no view with operations");
      return null;
    }
    return indexed.hasTarget(loader, name, view.target()) ? view : null;
  }
}
