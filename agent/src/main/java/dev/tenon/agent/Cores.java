package dev.tenon.agent;

import dev.tenon.linking.Handoffs;
import dev.tenon.linking.Origin;
import dev.tenon.linking.Refusal;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks core what stands behind a body: the core that the class loader of the seam sees, or of the
 * holder that declares it, so that each application in a container has its own; every core of a
 * class that has seams of several.
 *
 * <p>Thread-safe.
 */
final class Cores implements Handoffs.Source {

  private static final MethodType LINK =
      MethodType.methodType(
          CallSite.class,
          MethodHandles.Lookup.class,
          String.class,
          MethodType.class,
          String.class,
          String.class);
  private static final MethodType LINK_LAMBDA =
      LINK.appendParameterTypes(String.class, String.class, int.class);

  private final Lineages lineages;
  private final Linkages linkages;
  private final Presence presence;

  Cores(Lineages lineages, Linkages linkages, Presence presence) {
    this.lineages = lineages;
    this.linkages = linkages;
    this.presence = presence;
  }

  @Override
  public Handoffs of(
      MethodHandles.Lookup lookup,
      @Nullable Origin origin,
      String method,
      String descriptor,
      MethodType enter,
      MethodType exit)
      throws Throwable {
    Class<?> type = lookup.lookupClass();
    Map<Class<?>, Home> cores = new LinkedHashMap<>();
    List<Home> refused = new ArrayList<>();
    for (Home home : homes(type, method, descriptor)) {
      Class<?> core = linkages.of(home);
      if (core == null) {
        refused.add(home);
      } else if (!cores.containsKey(core)) {
        cores.put(core, home);
      }
    }
    List<Handoffs> found = new ArrayList<>();
    for (Map.Entry<Class<?>, Home> each : cores.entrySet()) {
      Question question = new Question(each.getKey(), lookup, origin, method, descriptor);
      Handoffs handoffs = ask(question, each.getValue(), enter, exit);
      if (handoffs == null) {
        refused.add(each.getValue());
      } else {
        found.add(handoffs);
      }
    }
    if (presence.isStrict() && !refused.isEmpty()) {
      return Refusal.of(type, method, linkages.refusal(refused.get(0)), enter, exit);
    }
    return Handoffs.all(found, enter, exit);
  }

  /** Where the declarations above a class stand that may bind a body of it. */
  private List<Home> homes(Class<?> type, String method, String descriptor) {
    Set<String> seams = new HashSet<>();
    List<Home> homes = new ArrayList<>();
    for (Declaration declaration : lineages.of(type)) {
      String holder = declaration.holder();
      if (declaration.mayBind(type.getName(), method, descriptor)) {
        if (holder == null) {
          seams.add(declaration.type());
        } else {
          addHolder(type.getClassLoader(), holder, declaration.type(), homes);
        }
      }
    }
    List<Class<?>> found = new ArrayList<>();
    collect(type, seams, found);
    for (Class<?> seam : found) {
      homes.add(new Home(seam, Kind.SEAM, seam.getName()));
    }
    return homes;
  }

  private void addHolder(
      @Nullable ClassLoader loader, String holder, String seam, List<Home> homes) {
    if (loader == null) {
      return;
    }
    try {
      homes.add(new Home(Class.forName(holder, false, loader), Kind.SEAM, seam));
    } catch (ClassNotFoundException | LinkageError absent) {
      presence.refuse(
          loader, seam, "its holder " + holder + " could not be loaded (" + absent + ")");
    }
  }

  private static void collect(@Nullable Class<?> type, Set<String> seams, List<Class<?>> found) {
    if (type == null || type == Object.class || found.contains(type)) {
      return;
    }
    if (seams.contains(type.getName())) {
      found.add(type);
    }
    for (Class<?> above : type.getInterfaces()) {
      collect(above, seams, found);
    }
    collect(type.getSuperclass(), seams, found);
  }

  private @Nullable Handoffs ask(Question question, Home home, MethodType enter, MethodType exit)
      throws Throwable {
    try {
      CallSite entry = question.ask("enter", enter);
      CallSite leave = question.ask("exit", exit);
      if (entry.type().equals(enter) && leave.type().equals(exit)) {
        return new Handoffs(entry.dynamicInvoker(), leave.dynamicInvoker());
      }
      linkages.refuse(home, "core gave a site of another type than " + enter);
    } catch (VirtualMachineError noRoom) {
      // Thrown on, the JVM forgets this attempt and links at the next call.
      throw noRoom;
    } catch (Throwable error) {
      linkages.failed(home, question.method, error);
    }
    return null;
  }

  /** What one core is asked about one body. */
  private static final class Question {

    private final Class<?> core;
    private final MethodHandles.Lookup lookup;
    private final @Nullable Origin origin;
    private final String method;
    private final String descriptor;

    Question(
        Class<?> core,
        MethodHandles.Lookup lookup,
        @Nullable Origin origin,
        String method,
        String descriptor) {
      this.core = core;
      this.lookup = lookup;
      this.origin = origin;
      this.method = method;
      this.descriptor = descriptor;
    }

    CallSite ask(String phase, MethodType type) throws Throwable {
      MethodHandles.Lookup open = MethodHandles.publicLookup();
      if (origin == null) {
        MethodHandle link = open.findStatic(core, "link", LINK);
        return (CallSite) link.invokeExact(lookup, phase, type, method, descriptor);
      }
      MethodHandle link = open.findStatic(core, "linkLambda", LINK_LAMBDA);
      return (CallSite)
          link.invokeExact(
              lookup,
              phase,
              type,
              method,
              descriptor,
              origin.creator(),
              origin.file(),
              origin.line());
    }
  }
}
