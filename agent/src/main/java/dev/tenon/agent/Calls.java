package dev.tenon.agent;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links the calls of clients that have views.
 *
 * <p>Thread-safe. Gives the plain call rather than an error, which the JVM would keep for ever and
 * show to the application.
 */
final class Calls {

  private static final MethodType LINK =
      MethodType.methodType(
          MethodHandle.class,
          MethodHandles.Lookup.class,
          MethodHandle.class,
          String.class,
          String.class,
          String.class,
          String.class,
          int.class);

  private static final ThreadLocal<@Nullable Progress> PROGRESS = new ThreadLocal<>();

  private final Linkages linkages;
  private final Presence presence;

  Calls(Linkages linkages, Presence presence) {
    this.linkages = linkages;
    this.presence = presence;
  }

  /**
   * The site of a call.
   *
   * @param lookup of the client
   * @param operation the name of what is called
   * @param type of the site
   * @param original what is called
   * @param views the binary names of the views that apply, joined by commas
   * @param method the name of the method that calls
   * @param file its source file; empty when unknown
   * @param line 0 when unknown
   */
  CallSite link(
      MethodHandles.Lookup lookup,
      String operation,
      MethodType type,
      MethodHandle original,
      String views,
      String method,
      String file,
      int line) {
    return link(new Call(lookup, operation, type, original, views, method, file, line, false));
  }

  /** The site of a call. */
  CallSite link(Call call) {
    Progress progress = progress();
    Linking outer = progress.innermost;
    for (Linking at = outer; at != null; at = at.outer) {
      if (at.call.isSame(call)) {
        // Linking calls what is being linked: this first call passes, the site is set afterwards.
        MutableCallSite later = new MutableCallSite(call.plain());
        at.later.add(later);
        return later;
      }
    }
    Linking linking = new Linking(outer, call);
    progress.innermost = linking;
    MethodHandle linked;
    try {
      linked = linked(call);
    } finally {
      // A field, and no call: on a full stack a call here would leave the thread linking for ever.
      progress.innermost = outer;
    }
    linking.set(linked);
    return new ConstantCallSite(linked);
  }

  private MethodHandle linked(Call call) {
    try {
      return NullReceivers.apart(call, ask(call));
    } catch (VirtualMachineError noRoom) {
      // Thrown on, the JVM forgets this attempt and links at the next call.
      throw noRoom;
    } catch (Throwable error) {
      presence.count("link of a call in " + call.client().getName() + "." + call.method(), error);
      String why = "it could not be linked: " + error;
      return presence.isStrict() ? call.refused(why) : call.plain();
    }
  }

  private MethodHandle ask(Call call) throws Throwable {
    Map<Class<?>, List<Home>> cores = new LinkedHashMap<>();
    String refusal = null;
    for (String view : call.views().split(",", -1)) {
      Home home = home(call.client().getClassLoader(), view);
      Class<?> core = home == null ? null : linkages.of(home);
      if (home == null || core == null) {
        refusal =
            home == null
                ? presence.refusal(Kind.VIEW, call.client().getClassLoader(), view)
                : linkages.refusal(home);
        continue;
      }
      List<Home> homes = cores.get(core);
      if (homes == null) {
        homes = new ArrayList<>();
        cores.put(core, homes);
      }
      homes.add(home);
    }
    MethodHandle linked = call.plain();
    for (Map.Entry<Class<?>, List<Home>> each : cores.entrySet()) {
      MethodHandle next = ask(each.getKey(), each.getValue(), call, linked);
      if (next == null) {
        refusal = linkages.refusal(each.getValue().get(0));
      } else {
        linked = next;
      }
    }
    return presence.isStrict() && refusal != null ? call.refused(refusal) : linked;
  }

  private @Nullable Home home(ClassLoader loader, String view) {
    try {
      return new Home(Class.forName(view, false, loader), Kind.VIEW, view);
    } catch (ClassNotFoundException | LinkageError absent) {
      presence.refuse(Kind.VIEW, loader, view, "it could not be loaded (" + absent + ")");
      return null;
    }
  }

  /** What one core makes of a call; null when it cannot, which is announced. */
  private @Nullable MethodHandle ask(
      Class<?> core, List<Home> homes, Call call, MethodHandle original) {
    StringBuilder views = new StringBuilder();
    for (Home home : homes) {
      views.append(views.length() == 0 ? "" : ",").append(home.name());
    }
    try {
      MethodHandle link = MethodHandles.publicLookup().findStatic(core, "linkCall", LINK);
      MethodHandle linked =
          (MethodHandle)
              link.invokeExact(
                  call.lookup(),
                  original,
                  views.toString(),
                  call.operation(),
                  call.method(),
                  call.file(),
                  call.line());
      if (linked.type().equals(original.type())) {
        return linked;
      }
      refuse(homes, "core gave a call of another type than " + original.type());
    } catch (VirtualMachineError noRoom) {
      throw noRoom;
    } catch (Throwable error) {
      String what = call.operation() + " for " + call.client().getName();
      for (Home home : homes) {
        linkages.failed(home, what, error);
      }
    }
    return null;
  }

  private void refuse(List<Home> homes, String reason) {
    presence.count();
    for (Home home : homes) {
      linkages.refuse(home, reason);
    }
  }

  private static Progress progress() {
    Progress progress = PROGRESS.get();
    if (progress == null) {
      progress = new Progress();
      PROGRESS.set(progress);
    }
    return progress;
  }

  /** What one thread is linking. */
  private static final class Progress {

    private @Nullable Linking innermost;
  }

  /** A link in progress on this thread, and the sites that are to have what comes of it. */
  private static final class Linking {

    private final @Nullable Linking outer;
    private final Call call;
    private final List<MutableCallSite> later = new ArrayList<>();

    Linking(@Nullable Linking outer, Call call) {
      this.outer = outer;
      this.call = call;
    }

    void set(MethodHandle linked) {
      for (MutableCallSite site : later) {
        site.setTarget(linked);
      }
      if (!later.isEmpty()) {
        MutableCallSite.syncAll(later.toArray(new MutableCallSite[0]));
      }
    }
  }
}
