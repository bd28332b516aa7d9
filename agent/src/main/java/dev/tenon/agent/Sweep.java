package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves what is loaded already: before the agent came (from a cache of the JDK, or by another
 * agent), or while its seam was off.
 */
final class Sweep {

  private final Instrumentation instrumentation;
  private final Wants wants;
  private final Lineages lineages;
  private final Preparation preparation;
  private final Presence presence;

  Sweep(
      Instrumentation instrumentation,
      Wants wants,
      Lineages lineages,
      Preparation preparation,
      Presence presence) {
    this.instrumentation = instrumentation;
    this.wants = wants;
    this.lineages = lineages;
    this.preparation = preparation;
    this.presence = presence;
  }

  /**
   * Announces the hidden classes that implement a seam: the JVM shows them to no agent. Those of
   * lambdas whose site is woven have a class with doors in front of them.
   */
  void hidden() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      if (!type.isHidden() || loader == null || !Names.isApplications(loader)) {
        continue;
      }
      String name = type.getName();
      int end = name.indexOf("$$");
      String creator = end > 0 ? name.substring(0, end) : name;
      if (!name.contains(Lambdas.SUFFIX) && !presence.hasWovenLambdas(loader, creator)) {
        refuseHidden(loader, type, creator);
      }
    }
  }

  private void refuseHidden(ClassLoader loader, Class<?> type, String creator) {
    for (Declaration declaration : lineages.of(type)) {
      if (!declaration.isEmpty() && !presence.isOff(declaration.type())) {
        presence.refuse(
            loader,
            declaration.type(),
            type.getName().contains("$$Lambda")
                ? "a lambda of "
                    + creator
                    + " was made before the agent came, or by code that it does not see;"
                    + " attach the agent at start-up, or use Seams.guard"
                : "a hidden class implements it, which no agent can weave ("
                    + nameOf(type)
                    + "); use Seams.guard around its objects");
      }
    }
  }

  /** Without the address that the JVM adds. */
  private static String nameOf(Class<?> hidden) {
    String name = hidden.getName();
    int end = name.indexOf('/');
    return end < 0 ? name : name.substring(0, end);
  }

  /** Weaves the loaded classes of which something is wanted. */
  void all() {
    hidden();
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type) && isWanted(type)) {
        found.add(type);
      }
    }
    retransform(found);
  }

  /** Weaves a seam or view that was off, and gives the number of its woven bodies or calls. */
  Integer switchOn(Class<?> seam) {
    presence.switchOn(seam.getName());
    all();
    ClassLoader loader = seam.getClassLoader();
    return presence.woven(Kind.SEAM, loader, seam.getName())
        + presence.woven(Kind.VIEW, loader, seam.getName());
  }

  private boolean isCandidate(Class<?> type) {
    return Names.isApplications(type.getClassLoader())
        && !type.isArray()
        && !type.isHidden()
        && !Names.isSkipped(type.getName().replace('.', '/'))
        && instrumentation.isModifiableClass(type);
  }

  private boolean isWanted(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || (!lineages.mayBind(loader) && lineages.views(loader).isEmpty())) {
      return false;
    }
    for (Declaration declaration : lineages.of(type)) {
      if (!declaration.isEmpty() && !presence.isOff(declaration.type())) {
        return true;
      }
    }
    return !wanted(loader, type).isEmpty();
  }

  private Wanted wanted(ClassLoader loader, Class<?> type) {
    try {
      byte[] bytes = ClassFiles.read(loader, type.getName().replace('.', '/'));
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      return header == null || bytes == null ? Wanted.nothing() : wants.of(loader, header, bytes);
    } catch (Exception | LinkageError unreadable) {
      presence.count("class file of " + type.getName(), unreadable);
      return Wanted.nothing();
    }
  }

  private void retransform(List<Class<?>> types) {
    for (Class<?> type : types) {
      try {
        instrumentation.retransformClasses(type);
        preparation.prepareLoaded(type);
      } catch (Throwable refused) {
        presence.count();
        refuse(type, refused);
      }
    }
  }

  private void refuse(Class<?> type, Throwable refused) {
    ClassLoader loader = type.getClassLoader();
    if (loader != null) {
      String reason =
          type.getName() + " was loaded before and could not be woven (" + refused + ")";
      for (String view : wanted(loader, type).views()) {
        presence.refuse(Kind.VIEW, loader, view, reason);
      }
      for (Declaration declaration : lineages.of(type)) {
        presence.refuse(loader, declaration.type(), reason);
      }
    }
  }
}
