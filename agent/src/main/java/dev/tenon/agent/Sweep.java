package dev.tenon.agent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves what is loaded already: before the agent came (from a cache of the JDK, or by another
 * agent), or while its seam was off.
 */
final class Sweep {

  private final Instrumentation instrumentation;
  private final Lineages lineages;
  private final Presence presence;

  Sweep(Instrumentation instrumentation, Lineages lineages, Presence presence) {
    this.instrumentation = instrumentation;
    this.lineages = lineages;
    this.presence = presence;
  }

  /** Weaves the loaded classes that are under a declaration. */
  void all() {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type) && isUnderDeclaration(type)) {
        found.add(type);
      }
    }
    retransform(found);
  }

  /** Weaves a seam that was off, and gives the number of its woven bodies. */
  Integer switchOn(Class<?> seam) {
    presence.switchOn(seam.getName());
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type) && seam.isAssignableFrom(type)) {
        found.add(type);
      }
    }
    retransform(found);
    return presence.woven(seam.getClassLoader(), seam.getName());
  }

  private boolean isCandidate(Class<?> type) {
    return Names.isApplications(type.getClassLoader())
        && !type.isArray()
        && !type.isHidden()
        && !Names.isSkipped(type.getName().replace('.', '/'))
        && instrumentation.isModifiableClass(type);
  }

  private boolean isUnderDeclaration(Class<?> type) {
    for (Declaration declaration : lineages.of(type)) {
      if (!presence.isOff(declaration.type())) {
        return true;
      }
    }
    return false;
  }

  private void retransform(List<Class<?>> types) {
    for (Class<?> type : types) {
      try {
        instrumentation.retransformClasses(type);
      } catch (Throwable refused) {
        presence.count();
        refuse(type, refused);
      }
    }
  }

  private void refuse(Class<?> type, Throwable refused) {
    ClassLoader loader = type.getClassLoader();
    if (loader != null) {
      for (Declaration declaration : lineages.of(type)) {
        presence.refuse(
            loader,
            declaration.type(),
            type.getName() + " was loaded before and could not be woven (" + refused + ")");
      }
    }
  }
}
