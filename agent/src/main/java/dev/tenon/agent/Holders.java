package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the holders that a loader sees by their index, and what they declare by their class files:
 * neither holder nor target is loaded for it.
 *
 * <p>Thread-safe.
 */
final class Holders {

  private final Indexed indexed;

  Holders(Presence presence) {
    this.indexed = new Indexed(presence, Kind.SEAM, "holder");
  }

  /** Adds the names of the holders to a set, and gives what they declare by internal name. */
  Map<String, List<Declaration>> read(ClassLoader loader, Set<String> names) throws IOException {
    Map<String, List<Declaration>> found = new HashMap<>();
    for (String name : ClassFiles.holders(loader)) {
      Declaration declaration = declaration(loader, name);
      if (declaration != null) {
        names.add(name);
        String target = declaration.type().replace('.', '/');
        List<Declaration> known = found.get(target);
        if (known == null) {
          known = new ArrayList<>();
          found.put(target, known);
        }
        known.add(declaration);
      }
    }
    return found;
  }

  private @Nullable Declaration declaration(ClassLoader loader, String name) throws IOException {
    byte[] bytes = indexed.read(loader, name);
    ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
    if (header == null || bytes == null) {
      return null;
    }
    Declaration declaration = Declaration.held(header, bytes);
    if (declaration == null || declaration.isEmpty()) {
      indexed.refuse(loader, name, "it is no holder with clauses");
      return null;
    }
    return indexed.hasTarget(loader, name, declaration.type()) ? declaration : null;
  }
}
