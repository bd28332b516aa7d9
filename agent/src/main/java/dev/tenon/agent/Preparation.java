package dev.tenon.agent;

import dev.tenon.linking.Linker;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;

/**
 * Has the bodies woven that a class inherits from classes which are not under its declarations, and
 * has them judge its objects: at the latest when the first of these is made.
 *
 * <p>Thread-safe.
 */
final class Preparation {

  private final Instrumentation instrumentation;
  private final Realms realms;
  private final Lineages lineages;
  private final Linker linker;
  private final Presence presence;
  private final Done done = new Done();

  Preparation(
      Instrumentation instrumentation,
      Realms realms,
      Lineages lineages,
      Linker linker,
      Presence presence) {
    this.instrumentation = instrumentation;
    this.realms = realms;
    this.lineages = lineages;
    this.linker = linker;
    this.presence = presence;
  }

  /** Prepares a class, once. */
  void prepare(MethodHandles.Lookup lookup) {
    Class<?> type = lookup.lookupClass();
    boolean[] isDone = done.get(type);
    // Every thread that comes meanwhile waits: its object must not pass unchecked.
    synchronized (isDone) {
      if (isDone[0]) {
        return;
      }
      isDone[0] = true;
      for (Member body : realms.of(type.getClassLoader()).inherited(type.getName())) {
        try {
          prepare(lookup, body);
        } catch (VirtualMachineError noRoom) {
          isDone[0] = false;
          throw noRoom;
        } catch (Throwable error) {
          presence.count("what " + type.getName() + " inherits", error);
          refuse(type, body, error.toString());
        }
      }
    }
  }

  /** Prepares a class that was loaded, and may have been used, before the agent came. */
  void prepareLoaded(Class<?> type) {
    if (realms.of(type.getClassLoader()).inherited(type.getName()).isEmpty()) {
      return;
    }
    try {
      open(type);
      prepare(MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
    } catch (IllegalAccessException closed) {
      presence.count("what " + type.getName() + " inherits", closed);
    }
  }

  private void open(Class<?> type) {
    Module own = Preparation.class.getModule();
    Module module = type.getModule();
    if (!module.isOpen(type.getPackageName(), own)) {
      instrumentation.redefineModule(
          module,
          Set.of(),
          Map.of(),
          Map.of(type.getPackageName(), Set.of(own)),
          Set.of(),
          Map.of());
    }
  }

  private void prepare(MethodHandles.Lookup lookup, Member body) throws Throwable {
    Class<?> type = lookup.lookupClass();
    Class<?> owner = Linker.above(type, body.owner());
    if (owner == null || !isWoven(owner, body)) {
      refuse(type, body, "could not be woven");
      return;
    }
    linker.share(lookup, owner, body.name(), body.descriptor());
    for (Declaration declaration : lineages.of(type)) {
      if (declaration.binds(body)) {
        presence.wove(
            type.getClassLoader(),
            declaration.type(),
            type.getName() + " (" + body.owner() + "." + body.key() + ")",
            1);
      }
    }
  }

  private boolean isWoven(Class<?> owner, Member body) throws Exception {
    ClassLoader loader = owner.getClassLoader();
    if (loader == null) {
      return false;
    }
    Realm realm = realms.of(loader);
    String name = body.owner() + "." + body.id();
    if (!realm.hasBody(name)) {
      // Loaded before it was known that a subclass needs it.
      realm.want(body);
      instrumentation.retransformClasses(owner);
    }
    return realm.hasBody(name);
  }

  private void refuse(Class<?> type, Member body, String why) {
    ClassLoader loader = type.getClassLoader();
    for (Declaration declaration : lineages.of(type)) {
      if (loader != null && declaration.binds(body)) {
        presence.refuse(
            loader,
            declaration.type(),
            type.getName()
                + " inherits "
                + body.name()
                + " from "
                + body.owner()
                + ", which "
                + why
                + "; override it there and call super");
      }
    }
  }

  private static final class Done extends ClassValue<boolean[]> {

    @Override
    protected boolean[] computeValue(Class<?> type) {
      return new boolean[1];
    }
  }
}
