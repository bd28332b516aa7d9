package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.classfile.Concerns;
import dev.tenon.model.classfile.ViewScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the classes of a build stand among: its class path, seams and views. */
final class BuildWorld implements Concerns.World {

  private final ClassLoader loader;
  private final Lineages lineages;
  private final Presence presence;
  private final Map<String, List<String>> above = new HashMap<>();

  BuildWorld(ClassLoader loader, Lineages lineages, Presence presence) {
    this.loader = loader;
    this.lineages = lineages;
    this.presence = presence;
  }

  /** What the classes may have to do with. */
  Concerns concerns() {
    List<ViewScope> scopes = new ArrayList<>();
    for (View view : lineages.views(loader)) {
      scopes.add(view.scope());
    }
    return new Concerns(scopes, this);
  }

  @Override
  public Collection<String> above(String internalName) {
    List<String> known = above.get(internalName);
    if (known == null) {
      known = read(internalName);
      above.put(internalName, known);
    }
    return known;
  }

  private List<String> read(String internalName) {
    List<String> found = new ArrayList<>();
    try {
      byte[] bytes =
          internalName.startsWith("java/") ? null : ClassFiles.read(loader, internalName);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      if (header != null) {
        found.addAll(Arrays.asList(header.interfaces()));
        if (header.superName() != null) {
          found.add(header.superName());
        }
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(internalName, unreadable);
    }
  }

  /** Those that the option selects have constraints, or are none: the core tells. */
  @Override
  public boolean isSeam(String name) {
    return lineages.seams(loader).contains(name) || presence.isSelected(name);
  }

  /** The JVM may find the class in another component than the build did. */
  @Override
  public boolean mayBeOf(ViewScope view, String internalName) {
    return true;
  }
}
