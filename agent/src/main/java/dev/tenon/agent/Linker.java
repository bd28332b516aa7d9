package dev.tenon.agent;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Links a woven body to core: to the core that the seam's own class loader sees, so that each
 * application in a container has its own.
 *
 * <p>Thread-safe. Gives a site that does nothing rather than an error, which the JVM would keep for
 * ever and show to the application.
 */
final class Linker {

  private static final int PROTOCOL = 1;
  private static final String LINKAGE = "dev.tenon.runtime.Linkage";
  private static final MethodType LINK =
      MethodType.methodType(
          CallSite.class,
          MethodHandles.Lookup.class,
          String.class,
          MethodType.class,
          String.class,
          String.class);

  private static final ThreadLocal<@Nullable Progress> PROGRESS = new ThreadLocal<>();

  private final Lineages lineages;
  private final Presence presence;
  private final Strictness strictness;
  private final Exits exits = new Exits();

  Linker(Lineages lineages, Presence presence) {
    this.lineages = lineages;
    this.presence = presence;
    this.strictness = new Strictness(presence);
  }

  CallSite link(
      MethodHandles.Lookup lookup,
      String name,
      MethodType type,
      String phase,
      String method,
      String descriptor) {
    Class<?> woven = lookup.lookupClass();
    CallSite ready = phase.equals("exit") ? exits.get(woven).get(method + descriptor) : null;
    if (ready != null) {
      return ready;
    }
    Progress progress = progress();
    Linking outer = progress.innermost;
    for (Linking at = outer; at != null; at = at.outer) {
      if (at.is(woven, phase, method, descriptor)) {
        // Linking calls what is being linked: this first call passes, the site is set afterwards.
        MutableCallSite later = new MutableCallSite(MethodHandles.empty(type));
        at.later.add(later);
        return later;
      }
    }
    Linking own = new Linking(outer, woven, phase, method, descriptor);
    CallSite site = null;
    progress.innermost = own;
    try {
      site = find(lookup, phase, type, method, descriptor);
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      presence.count("link of " + woven.getName() + "." + method, error);
      own.refusal = woven.getName() + " could not be linked: " + error;
    } finally {
      // A field, and no call: on a full stack a call here would leave the thread linking for ever.
      progress.innermost = outer;
    }
    if (site == null) {
      site = strictness.unlinked(woven, phase, type, method, own.refusal);
    }
    for (MutableCallSite later : own.later) {
      later.setTarget(site.dynamicInvoker());
    }
    return site;
  }

  private static Progress progress() {
    Progress progress = PROGRESS.get();
    if (progress == null) {
      progress = new Progress();
      PROGRESS.set(progress);
    }
    return progress;
  }

  private @Nullable CallSite find(
      MethodHandles.Lookup lookup, String phase, MethodType type, String method, String descriptor)
      throws Throwable {
    Class<?> woven = lookup.lookupClass();
    Map<String, Declaration> wanted = wanted(woven, Declaration.key(method, descriptor));
    List<Class<?>> seams = new ArrayList<>();
    collect(woven, wanted, seams);
    for (Class<?> seam : seams) {
      MethodHandle core = core(seam);
      if (core != null) {
        CallSite site = linked(seam, core, lookup, phase, type, method, descriptor);
        if (site != null) {
          keepExit(seam, core, lookup, phase, site, method, descriptor);
        }
        return site;
      }
    }
    return null;
  }

  /**
   * Has the exit ready before the first call enters: it may be needed first when the stack is full,
   * and there is no room to link then. All exits of a body share the one site.
   */
  private void keepExit(
      Class<?> seam,
      MethodHandle core,
      MethodHandles.Lookup lookup,
      String phase,
      CallSite site,
      String method,
      String descriptor) {
    Class<?> woven = lookup.lookupClass();
    CallSite exit =
        phase.equals("exit")
            ? site
            : linked(
                seam,
                core,
                lookup,
                "exit",
                exitType(woven.getClassLoader(), descriptor),
                method,
                descriptor);
    if (exit != null) {
      exits.get(woven).put(method + descriptor, exit);
    }
  }

  private static MethodType exitType(@Nullable ClassLoader loader, String descriptor) {
    MethodType type = MethodType.fromMethodDescriptorString(descriptor, loader);
    Class<?> result = type.returnType();
    MethodType exit = type.changeReturnType(void.class).insertParameterTypes(0, Object.class);
    return (result == void.class ? exit : exit.insertParameterTypes(0, result))
        .insertParameterTypes(0, Object.class, Throwable.class);
  }

  private Map<String, Declaration> wanted(Class<?> woven, String key) {
    Map<String, Declaration> wanted = new LinkedHashMap<>();
    for (Declaration declaration : lineages.of(woven)) {
      if (declaration.hasOperation(key)) {
        wanted.put(declaration.type(), declaration);
      }
    }
    return wanted;
  }

  private static void collect(
      @Nullable Class<?> type, Map<String, Declaration> wanted, List<Class<?>> found) {
    if (type == null || type == Object.class || found.contains(type)) {
      return;
    }
    if (wanted.containsKey(type.getName())) {
      found.add(type);
    }
    for (Class<?> above : type.getInterfaces()) {
      collect(above, wanted, found);
    }
    collect(type.getSuperclass(), wanted, found);
  }

  /** What core offers to link with, or null when it cannot be used, which is announced. */
  private @Nullable MethodHandle core(Class<?> seam) throws ReflectiveOperationException {
    ClassLoader loader = seam.getClassLoader();
    if (loader == null) {
      return null;
    }
    Class<?> linkage;
    try {
      linkage = Class.forName(LINKAGE, true, loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      refuse(
          loader,
          seam,
          absent instanceof ClassNotFoundException
              ? "tenon-core is not visible from the loader of "
                  + seam.getName()
                  + "; add it to the class path there"
              : "tenon-core could not be loaded (" + absent + ")");
      return null;
    }
    int protocol = linkage.getField("PROTOCOL").getInt(null);
    if (protocol != PROTOCOL) {
      refuse(
          loader,
          seam,
          "agent speaks "
              + PROTOCOL
              + ", core "
              + protocol
              + "; use tenon-agent and tenon-core of one version");
      return null;
    }
    return MethodHandles.publicLookup().findStatic(linkage, "link", LINK);
  }

  private @Nullable CallSite linked(
      Class<?> seam,
      MethodHandle core,
      MethodHandles.Lookup lookup,
      String phase,
      MethodType type,
      String method,
      String descriptor) {
    ClassLoader loader = seam.getClassLoader();
    if (loader == null) {
      return null;
    }
    try {
      CallSite site = (CallSite) core.invokeExact(lookup, phase, type, method, descriptor);
      if (site.type().equals(type)) {
        return site;
      }
      refuse(loader, seam, "core gave a site of another type than " + type);
    } catch (VirtualMachineError noRoom) {
      // Thrown on, the JVM forgets this attempt and links at the next call.
      throw noRoom;
    } catch (Throwable error) {
      presence.count();
      // Core refuses wrong settings in this way; anything else is a fault of its own.
      String why =
          error instanceof IllegalArgumentException
              ? String.valueOf(error.getMessage())
              : "a defect of Tenon: " + error;
      refuse(loader, seam, "core could not link " + method + ": " + why);
    }
    return null;
  }

  private void refuse(ClassLoader loader, Class<?> seam, String reason) {
    presence.refuse(loader, seam.getName(), reason);
    Linking linking = progress().innermost;
    if (linking != null) {
      linking.refusal = seam.getName() + " is not enforced: " + reason;
    }
  }

  /** The exits that are ready, by name and descriptor of the body; they live with its class. */
  private static final class Exits extends ClassValue<Map<String, CallSite>> {

    @Override
    protected Map<String, CallSite> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  }

  /** What one thread is linking. */
  private static final class Progress {

    private @Nullable Linking innermost;
  }

  /** A link in progress on this thread. */
  private static final class Linking {

    private final @Nullable Linking outer;
    private final Class<?> woven;
    private final String phase;
    private final String method;
    private final String descriptor;
    private final List<MutableCallSite> later = new ArrayList<>();

    /** What is not enforced and why, once that is known. */
    private @Nullable String refusal;

    Linking(
        @Nullable Linking outer, Class<?> woven, String phase, String method, String descriptor) {
      this.outer = outer;
      this.woven = woven;
      this.phase = phase;
      this.method = method;
      this.descriptor = descriptor;
    }

    boolean is(Class<?> type, String otherPhase, String otherMethod, String otherDescriptor) {
      return woven == type
          && phase.equals(otherPhase)
          && method.equals(otherMethod)
          && descriptor.equals(otherDescriptor);
    }
  }
}
