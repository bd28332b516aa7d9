package dev.tenon;

import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Components;
import dev.tenon.internal.declaration.SeamIndex;
import dev.tenon.internal.guard.AgentDesk;
import dev.tenon.internal.guard.Engine;
import dev.tenon.internal.guard.Presence;
import dev.tenon.internal.guard.Promised;
import dev.tenon.model.classfile.ViewScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the views stand that an application has. */
final class ViewStates {

  private static final String WOVEN = "woven:";

  private ViewStates() {}

  static List<ViewStatus> of(@Nullable ClassLoader loader, boolean isAgentAttached) {
    Map<String, String> states = new TreeMap<>();
    if (isAgentAttached) {
      states.putAll(AgentDesk.views(loader));
    } else {
      return atBuild(loader);
    }
    Map<String, String> refused = Presence.notEnforced();
    List<ViewStatus> views = new ArrayList<>();
    states.forEach(
        (name, said) -> {
          String why = refused.get(name);
          views.add(of(name, loader, why == null ? said : "not woven: " + why));
        });
    return views;
  }

  private static List<ViewStatus> atBuild(@Nullable ClassLoader loader) {
    Map<String, String> refused = Presence.notEnforced();
    List<ViewStatus> views = new ArrayList<>();
    WovenRecord.own()
        .states(new TreeSet<>(indexed(loader)))
        .forEach(
            (name, state) -> {
              String why = refused.get(name);
              views.add(
                  of(
                      name,
                      loader,
                      why == null
                          ? state
                          : new Status.SeamStatus(name, Status.State.NOT_ENFORCED, why)));
            });
    return views;
  }

  /** Which classes the views are about that can be read. */
  static List<ViewScope> scopes(@Nullable ClassLoader loader) {
    List<ViewScope> scopes = new ArrayList<>();
    for (String name : indexed(loader)) {
      ClientView view = read(name, loader);
      if (view != null) {
        String component = Components.declared(view.type()).orElse("");
        scopes.add(new ViewScope(name, view.seam().getName(), component));
      }
    }
    return scopes;
  }

  private static List<String> indexed(@Nullable ClassLoader loader) {
    try {
      return loader == null ? List.of() : List.copyOf(SeamIndex.ofViews(loader));
    } catch (IOException unreadable) {
      Engine.installed().ledger().error("index of views", unreadable);
      return List.of();
    }
  }

  private static ViewStatus of(String name, @Nullable ClassLoader loader, String said) {
    Status.SeamStatus known = Status.SeamStatus.of(name, said);
    return of(
        name,
        loader,
        said.startsWith(WOVEN)
            ? new Status.SeamStatus(name, known.state(), calls(said.substring(WOVEN.length())))
            : known);
  }

  private static ViewStatus of(String name, @Nullable ClassLoader loader, Status.SeamStatus known) {
    String detail = known.detail();
    try {
      ClientView view = read(name, loader);
      if (view != null) {
        return new ViewStatus(
            name, view.seam().getName(), known.state(), detail, Promised.of(view));
      }
    } catch (LinkageError | TypeNotPresentException unreadable) {
      // As above.
    }
    return new ViewStatus(name, "", known.state(), detail, List.of());
  }

  private static @Nullable ClientView read(String name, @Nullable ClassLoader loader) {
    try {
      return ClientView.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError | TypeNotPresentException unreadable) {
      // The view of another loader, or one without its seam: who links it says so.
      return null;
    }
  }

  private static String calls(String count) {
    return count + (count.equals("1") ? " call" : " calls");
  }
}
