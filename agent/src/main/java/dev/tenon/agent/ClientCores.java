package dev.tenon.agent;

import dev.tenon.linking.Call;
import dev.tenon.linking.Calls;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks core what becomes of a client's call: the core that the class loader of the view sees.
 *
 * <p>Thread-safe.
 */
final class ClientCores implements Calls.Source {

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

  private final Linkages linkages;
  private final Presence presence;

  ClientCores(Linkages linkages, Presence presence) {
    this.linkages = linkages;
    this.presence = presence;
  }

  @Override
  public MethodHandle of(Call call) throws Throwable {
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
}
