package dev.tenon.runtime;

import dev.tenon.internal.guard.AgentDesk;
import dev.tenon.internal.guard.Engine;
import dev.tenon.linking.Call;
import dev.tenon.linking.Calls;
import dev.tenon.linking.Handoffs;
import dev.tenon.linking.Linker;
import dev.tenon.linking.Origin;
import dev.tenon.linking.Watch;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links code that was woven at build where there is no agent: to this core, which is the one that
 * the woven class sees.
 *
 * <p>Thread-safe.
 */
final class OwnLinks implements Handoffs.Source, Calls.Source, Watch {

  private static final OwnLinks OWN = new OwnLinks();

  static final Linker LINKER = new Linker(OWN, OWN);
  static final Calls CALLS = new Calls(OWN, OWN);

  private static final Inherited INHERITED = new Inherited();

  private static volatile boolean hasSpoken;

  static {
    AgentDesk.linkedHere();
  }

  private OwnLinks() {}

  @Override
  public Handoffs of(
      MethodHandles.Lookup lookup,
      @Nullable Origin origin,
      String method,
      String descriptor,
      MethodType enter,
      MethodType exit) {
    return new Handoffs(
        site(lookup, origin, "enter", enter, method, descriptor).dynamicInvoker(),
        site(lookup, origin, "exit", exit, method, descriptor).dynamicInvoker());
  }

  private static CallSite site(
      MethodHandles.Lookup lookup,
      @Nullable Origin origin,
      String phase,
      MethodType type,
      String method,
      String descriptor) {
    return origin == null
        ? Linkage.link(lookup, phase, type, method, descriptor)
        : Linkage.linkLambda(
            lookup,
            phase,
            type,
            method,
            descriptor,
            origin.creator(),
            origin.file(),
            origin.line());
  }

  @Override
  public MethodHandle of(Call call) throws ClassNotFoundException {
    return Linkage.linkCall(
        call.lookup(),
        call.plain(),
        call.views(),
        call.operation(),
        call.method(),
        call.file(),
        call.line());
  }

  /** Has the objects of a class judged at a body that it inherits, once. */
  static void inherit(MethodHandles.Lookup lookup, String owner, String method, String descriptor) {
    Set<String> done = INHERITED.get(lookup.lookupClass());
    // Every thread that comes meanwhile waits: its object must not pass unchecked.
    synchronized (done) {
      String body = owner + "." + method + descriptor;
      Class<?> holder = Linker.above(lookup.lookupClass(), owner);
      if (holder == null || done.contains(body)) {
        return;
      }
      try {
        LINKER.share(lookup, holder, method, descriptor);
        done.add(body);
      } catch (VirtualMachineError noRoom) {
        throw noRoom;
      } catch (Throwable error) {
        failed("what " + lookup.lookupClass().getName() + " inherits", error);
      }
    }
  }

  @Override
  public boolean isStrict() {
    return Engine.refusesUnchecked();
  }

  @Override
  public void count(String where, Throwable error) {
    failed(where, error);
  }

  /** Counts an error; with wrong settings there is nothing to count with, which is said once. */
  static void failed(String where, Throwable error) {
    try {
      Engine.installed().ledger().error(where, error);
    } catch (IllegalArgumentException wrongSettings) {
      if (!hasSpoken) {
        hasSpoken = true;
        System.err.println("tenon: no seam is enforced: " + wrongSettings.getMessage());
      }
    }
  }

  /** By what was inherited; lives with the class. */
  private static final class Inherited extends ClassValue<Set<String>> {

    @Override
    protected Set<String> computeValue(Class<?> type) {
      return new HashSet<>();
    }
  }
}
