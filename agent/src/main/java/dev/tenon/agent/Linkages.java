package dev.tenon.agent;

import org.jspecify.annotations.Nullable;

/**
 * Finds the core that the class loader of a declaration sees, so that each application in a
 * container has its own.
 *
 * <p>Thread-safe.
 */
final class Linkages {

  private static final int PROTOCOL = 1;
  private static final String CORE = "dev.tenon.core";
  private static final String LINKAGE = "dev.tenon.runtime.Linkage";

  private final Presence presence;

  Linkages(Presence presence) {
    this.presence = presence;
  }

  /** The class of core to link with, or null when it cannot be used, which is announced. */
  @Nullable Class<?> of(Home home) throws ReflectiveOperationException {
    ClassLoader loader = home.type().getClassLoader();
    if (loader == null) {
      return null;
    }
    Class<?> linkage;
    try {
      linkage = load(home.type(), loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      refuse(
          home,
          absent instanceof ClassNotFoundException
              ? "tenon-core is not visible from the loader of "
                  + home.type().getName()
                  + advice(home.type(), loader)
              : "tenon-core could not be loaded (" + absent + ")");
      return null;
    }
    int protocol = linkage.getField("PROTOCOL").getInt(null);
    if (protocol != PROTOCOL) {
      refuse(
          home,
          "agent speaks "
              + PROTOCOL
              + ", core "
              + protocol
              + "; use tenon-agent and tenon-core of one version");
      return null;
    }
    return linkage;
  }

  private static Class<?> load(Class<?> type, ClassLoader loader) throws ClassNotFoundException {
    try {
      return Class.forName(LINKAGE, true, loader);
    } catch (ClassNotFoundException absent) {
      // A module need not read core, wherever it is: one loader for many modules sees it as well.
      ClassLoader core = Layers.loaderOf(CORE, type.getModule().getLayer());
      if (core == null) {
        throw absent;
      }
      return Class.forName(LINKAGE, true, core);
    }
  }

  private static String advice(Class<?> type, ClassLoader loader) {
    return isBundles(loader.getClass())
        ? "; its bundle has to import what none of its classes names:"
            + " Import-Package: dev.tenon.runtime, *"
        : type.getModule().isNamed()
            ? "; add the module " + CORE + " to its layer, or to one above"
            : "; add it to the class path there";
  }

  /** Whether a class loader is that of a bundle of OSGi, whose types nobody here can name. */
  private static boolean isBundles(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (each.getName().equals("org.osgi.framework.BundleReference")) {
        return true;
      }
    }
    return isBundles(type.getSuperclass());
  }

  /** Announces that core could not link. */
  void failed(Home home, String what, Throwable error) {
    presence.count();
    // Core refuses wrong settings in this way; anything else is a fault of its own.
    String why =
        error instanceof IllegalArgumentException
            ? String.valueOf(error.getMessage())
            : "a defect of Tenon: " + error;
    refuse(home, "core could not link " + what + ": " + why);
  }

  /** Announces why nothing of a home is enforced. */
  void refuse(Home home, String reason) {
    ClassLoader loader = home.type().getClassLoader();
    if (loader != null) {
      presence.refuse(home.kind(), loader, home.name(), reason);
    }
  }

  /** Why nothing of a home is enforced. */
  String refusal(Home home) {
    return presence.refusal(home.kind(), home.type().getClassLoader(), home.name());
  }
}
