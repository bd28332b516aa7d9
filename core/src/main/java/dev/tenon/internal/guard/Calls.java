package dev.tenon.internal.guard;

import dev.tenon.internal.check.Checks;
import dev.tenon.internal.declaration.ClientView;
import dev.tenon.internal.declaration.Components;
import dev.tenon.internal.declaration.Kept;
import dev.tenon.internal.declaration.Overriding;
import dev.tenon.verdict.Site;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds what the views of a client say about its calls. Thread-safe. */
public final class Calls {

  /** By the class of a supplier, then by how it is called: what its own declarations say. */
  private static final Kept<Map<String, Body>> BEHIND =
      new Kept<>() {
        @Override
        protected Map<String, Body> compute(Class<?> supplier) {
          return new ConcurrentHashMap<>();
        }
      };

  private Calls() {}

  /**
   * A call of a client that has views.
   *
   * @param client a full lookup of the class that calls
   * @param call (supplier, arguments…)R, as the instruction has it
   * @param operation the name of what is called
   * @param views the binary names of the views
   * @param method the name of the client's method
   * @param file the source file of the call; empty when unknown
   * @param line its line there; 0 when unknown
   * @return what is guarded; null when no view says anything of it
   * @throws ClassNotFoundException if the client does not see a view
   */
  public static @Nullable Body of(
      MethodHandles.Lookup client,
      MethodType call,
      String operation,
      List<String> views,
      String method,
      String file,
      int line)
      throws ClassNotFoundException {
    Class<?> through = call.parameterType(0);
    MethodType erased = call.dropParameterTypes(0, 1);
    Implementation implementation =
        new Implementation(through, through, operation, erased, false, null);
    Class<?> declaring = Overriding.declaring(through, operation, erased);
    Binding bound = new Binding(implementation, Overriding.in(through, declaring));
    List<ClientView> assumed = new ArrayList<>();
    for (String name : views) {
      ClientView view =
          ClientView.of(Class.forName(name, false, client.lookupClass().getClassLoader()));
      if (view != null && view.seam().isAssignableFrom(through)) {
        assumed.add(view);
      }
    }
    Holes holes = new Holes();
    List<Checks> checks = Assumptions.link(client, bound, assumed, holes, Presence::notEnforced);
    List<Hole> found = holes.linked();
    found.forEach(hole -> Presence.notEnforced(hole.type(), hole.reason()));
    List<Sharing> sharings = Sharing.of(Assumptions.beside(List.of(), assumed));
    Class<?> calling =
        client.lookupClass().isHidden() ? client.lookupClass().getNestHost() : client.lookupClass();
    Site site =
        new Site(Components.of(calling), calling.getName(), ClientWalk.method(method), file, line);
    Body body =
        new Body(implementation, through, new Caller(site, client), checks, found, sharings);
    if (!body.isBound() && !body.isRefused()) {
      return null;
    }
    CallSites.add(body);
    return body;
  }

  /** What the declarations of a supplier say about an operation, as it is called by a client. */
  static Body behind(Class<?> called, Implementation call, MethodHandles.Lookup client) {
    Class<?> supplier = withoutFront(called);
    Map<String, Body> known = BEHIND.of(supplier);
    String key =
        String.join(
            " ",
            client.lookupClass().getName(),
            call.type().getName(),
            call.method(),
            call.erased().toMethodDescriptorString());
    Body found = known.get(key);
    if (found == null) {
      Class<?> owner = Overriding.owner(supplier, call.method(), call.erased());
      Body made =
          Bodies.behind(
              client,
              new Implementation(supplier, owner, call.method(), call.erased(), false, null),
              call.type());
      Body raced = known.putIfAbsent(key, made);
      found = raced == null ? made : raced;
    }
    return found;
  }

  /** The class that a framework's generated subclass stands in front of. */
  private static Class<?> withoutFront(Class<?> called) {
    Class<?> type = called;
    while (Machinery.isGenerated(type)
        && !Machinery.isHidden(type)
        && !Proxy.isProxyClass(type)
        && type.getSuperclass() != Object.class) {
      type = type.getSuperclass();
    }
    return type;
  }
}
