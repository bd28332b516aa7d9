package dev.tenon.agent;

import dev.tenon.model.classfile.ClassHeader;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves what is loaded already: before the agent came (from a cache of the JDK, or by another
 * agent), while its seam was off, or while the agent was at work on the same thread. Then the JVM
 * tells no transformer of it: so it is for what a class loader loads when it is asked for a file.
 */
final class Sweep {

  private final Instrumentation instrumentation;
  private final Realms realms;
  private final Wants wants;
  private final Lineages lineages;
  private final Preparation preparation;
  private final Presence presence;

  Sweep(
      Instrumentation instrumentation,
      Realms realms,
      Wants wants,
      Lineages lineages,
      Preparation preparation,
      Presence presence) {
    this.instrumentation = instrumentation;
    this.realms = realms;
    this.wants = wants;
    this.lineages = lineages;
    this.preparation = preparation;
    this.presence = presence;
  }

  /** Announces, and weaves where it can be, what is loaded and was not looked into. */
  void overlooked() {
    hidden();
    if (lineages.hasChanged) {
      lineages.hasChanged = false;
      forgetBelowChanged();
    }
    for (Class<?> type : wanted(true)) {
      boolean wasWoven = hasWoven(type);
      weave(type);
      if (!wasWoven && hasWoven(type)) {
        Voice.say(
            type.getName()
                + " was loaded where its contract could not be seen (while the agent asked a class"
                + " loader for a file, or before another agent changed its superclass): it is woven"
                + " now, and no call before was checked; load it earlier, or call"
                + " Seams.requireActive() before it is used");
      }
    }
  }

  private boolean hasWoven(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null && presence.hasWoven(loader, type.getName());
  }

  private void forgetBelowChanged() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      if (loader != null && isBelowChanged(type.getSuperclass())) {
        realms.of(loader).forget(type.getName().replace('.', '/'));
      }
    }
  }

  private boolean isBelowChanged(@Nullable Class<?> above) {
    ClassLoader loader = above == null ? null : above.getClassLoader();
    if (above == null || loader == null) {
      return false;
    }
    return realms.of(loader).changed.contains(above.getName().replace('.', '/'))
        || isBelowChanged(above.getSuperclass());
  }

  /**
   * Announces the hidden classes that implement a seam: the JVM shows them to no agent. Those of
   * lambdas whose site is woven have a class with doors in front of them.
   */
  private void hidden() {
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
    for (Class<?> type : wanted(false)) {
      weave(type);
    }
  }

  /** The loaded classes of which something is wanted; of those not looked into before alone. */
  private List<Class<?>> wanted(boolean unseen) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type, unseen) && isWanted(type)) {
        found.add(type);
      }
    }
    return found;
  }

  /** Weaves a seam or view that was off, and gives the number of its woven bodies or calls. */
  Integer switchOn(Class<?> seam) {
    presence.switchOn(seam.getName());
    all();
    ClassLoader loader = seam.getClassLoader();
    return presence.woven(Kind.SEAM, loader, seam.getName())
        + presence.woven(Kind.VIEW, loader, seam.getName());
  }

  private boolean isCandidate(Class<?> type, boolean unseen) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || !Names.isApplications(loader) || type.isArray() || type.isHidden()) {
      return false;
    }
    String name = type.getName().replace('.', '/');
    if (Names.isSkipped(name) || !mayBind(loader)) {
      return false;
    }
    Layers.meet(loader, type.getModule());
    boolean isNew = realms.of(loader).sees(name);
    return (isNew || !unseen) && instrumentation.isModifiableClass(type);
  }

  private boolean mayBind(ClassLoader loader) {
    return lineages.mayBind(loader) || !lineages.views(loader).isEmpty();
  }

  private boolean isWanted(Class<?> type) {
    for (Declaration declaration : lineages.of(type)) {
      if (!declaration.isEmpty() && !presence.isOff(declaration.type())) {
        return true;
      }
    }
    ClassLoader loader = type.getClassLoader();
    return loader != null && !wanted(loader, type).isEmpty();
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

  private void weave(Class<?> type) {
    try {
      instrumentation.retransformClasses(type);
      preparation.prepareLoaded(type);
    } catch (Throwable refused) {
      presence.count();
      refuse(type, refused);
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
