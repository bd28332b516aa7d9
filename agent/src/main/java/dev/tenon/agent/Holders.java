package dev.tenon.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

  private final Presence presence;

  Holders(Presence presence) {
    this.presence = presence;
  }

  /** Adds the names of the holders to a set, and gives what they declare by internal name. */
  Map<String, List<Declaration>> read(ClassLoader loader, Set<String> names) throws IOException {
    Map<String, List<Declaration>> found = new HashMap<>();
    for (String name : new LinkedHashSet<>(ClassFiles.holders(loader))) {
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
    byte[] bytes = ClassFiles.read(loader, name.replace('.', '/'));
    ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
    if (header == null || bytes == null) {
      refuse(loader, name, "the index of holders names it, but there is no such class; ");
      return null;
    }
    Declaration declaration = Declaration.held(header, bytes);
    if (declaration == null || declaration.isEmpty()) {
      refuse(loader, name, "the index of holders names it, but it is no holder with clauses; ");
      return null;
    }
    if (!ClassFiles.has(loader, declaration.type().replace('.', '/'))) {
      presence.refuseOnce(
          loader,
          declaration.type(),
          "its holder "
              + name
              + " names "
              + declaration.type()
              + ", which is not on the class path; add its jar, or take the holder out");
      return null;
    }
    return declaration;
  }

  private void refuse(ClassLoader loader, String name, String reason) {
    presence.refuseOnce(loader, name, reason.concat(Lineages.REBUILD));
  }
}
