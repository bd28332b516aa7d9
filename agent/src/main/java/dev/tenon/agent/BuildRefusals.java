package dev.tenon.agent;

import dev.tenon.linking.Joints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What cannot be woven at build, each with what to do: nothing is left out in silence. */
final class BuildRefusals {

  private static final String CORE_MODULE = "dev.tenon.core";

  private final ClassLoader loader;
  private final BuildFolder folder;
  private final Realms realms;
  private final List<String> found = new ArrayList<>();

  BuildRefusals(ClassLoader loader, BuildFolder folder, Realms realms) {
    this.loader = loader;
    this.folder = folder;
    this.realms = realms;
  }

  /** All of them. */
  List<String> of(Joining joining, Presence presence, Map<String, byte[]> woven)
      throws IOException {
    addRefused(Kind.SEAM);
    addRefused(Kind.VIEW);
    found.addAll(joining.refusals());
    addInherited(woven);
    if (!woven.isEmpty()) {
      addUnlinked(woven);
    }
    if (presence.errors() > 0) {
      found.add("Tenon itself failed (" + presence.firstError() + "); please report this defect");
    }
    return found;
  }

  private void addRefused(Kind kind) {
    Standing standing = realms.of(loader).of(kind);
    for (String name : new TreeSet<>(standing.refused())) {
      found.add(kind.word() + " " + name + ": " + standing.refusal(name));
    }
  }

  /** What another build made is not changed by this one. */
  private void addInherited(Map<String, byte[]> woven) {
    for (String type : woven.keySet()) {
      String name = type.replace('/', '.');
      for (Member body : realms.of(loader).inherited(name)) {
        String owner = body.owner().replace('.', '/');
        if (!folder.has(owner)) {
          found.add(
              name
                  + " inherits "
                  + body.name()
                  + " from "
                  + body.owner()
                  + ", which is not among the classes of this build ("
                  + ClassFiles.place(loader, owner)
                  + "); "
                  + (body.isFinal()
                      ? "it is final there: use the agent"
                      : "override it in " + name + " and call super, or use the agent"));
        }
      }
    }
  }

  private void addUnlinked(Map<String, byte[]> woven) throws IOException {
    if (!links(woven)) {
      return;
    }
    if (!ClassFiles.has(loader, Joints.CORE)) {
      found.add(
          "tenon-core is not on the class path, which woven classes link to; add it to the"
              + " dependencies");
    }
    byte[] module = folder.module();
    if (module.length > 0 && !reads(ModuleDescriptor.read(new ByteArrayInputStream(module)))) {
      found.add(
          "module-info.java does not read the core, which woven classes link to; add: requires "
              + CORE_MODULE
              + ";");
    }
  }

  private static boolean reads(ModuleDescriptor module) {
    for (ModuleDescriptor.Requires each : module.requires()) {
      if (each.name().equals(CORE_MODULE)
          && !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
        return true;
      }
    }
    return false;
  }

  /** Interfaces alone, and what was merely looked at, need nothing of the core. */
  private static boolean links(Map<String, byte[]> woven) {
    for (byte[] bytes : woven.values()) {
      if (BuildFolder.isWoven(bytes)) {
        return true;
      }
    }
    return false;
  }
}
