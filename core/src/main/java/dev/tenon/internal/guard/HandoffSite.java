package dev.tenon.internal.guard;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.SwitchPoint;
import java.util.List;

/**
 * The entry or the exit of one body: linked at its first call, and anew at the first call after the
 * policy changed.
 *
 * <p>Thread-safe: threads that link at once install equal handles.
 */
public final class HandoffSite extends MutableCallSite {

  private static final MethodHandle RELINK;

  static {
    try {
      RELINK =
          MethodHandles.lookup()
              .findVirtual(HandoffSite.class, "relink", MethodType.methodType(MethodHandle.class));
      // A class whose initialisation meets a full stack stays broken: none is left for then.
      MethodHandles.lookup().ensureInitialized(Entry.class);
      MethodHandles.lookup().ensureInitialized(Exit.class);
      MethodHandles.lookup().ensureInitialized(Parties.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("HandoffSite.relink", e);
    }
  }

  private final Body body;
  private final Phase phase;
  private final MethodHandle relinker;

  private HandoffSite(Body body, Phase phase, MethodType type) {
    super(type);
    this.body = body;
    this.phase = phase;
    this.relinker =
        MethodHandles.foldArguments(MethodHandles.exactInvoker(type), RELINK.bindTo(this));
    setTarget(relinker);
  }

  /** What a site is for. */
  private enum Phase {
    ENTRY,
    EXIT,
    /** The exit of a body that returns nothing. */
    VOID_EXIT
  }

  /**
   * The entry of a body.
   *
   * @param body the body
   * @param type (Object self, arguments…)Object
   * @return the call site, not linked yet
   */
  public static CallSite entry(Body body, MethodType type) {
    return body.isRefused()
        ? new ConstantCallSite(Refusal.entry(body, body.holes(), type))
        : new HandoffSite(body, Phase.ENTRY, type);
  }

  /**
   * The exit of a body.
   *
   * @param body the body
   * @param type (Object state, Throwable thrown, result unless void, Object self, arguments…)void
   * @param hasResult whether the body returns a value
   * @return the call site, not linked yet
   */
  public static CallSite exit(Body body, MethodType type, boolean hasResult) {
    return body.isRefused()
        ? new ConstantCallSite(MethodHandles.empty(type))
        : new HandoffSite(body, hasResult ? Phase.EXIT : Phase.VOID_EXIT, type);
  }

  @SuppressWarnings("unused") // by method handle
  private MethodHandle relink() {
    try {
      return link(body.plan());
    } catch (Throwable failure) {
      if (Faults.isStackExhausted(failure)) {
        // The application's depth: this call goes unchecked, the next one links anew.
        Engine.installed().ledger().countSkipped();
        return MethodHandles.empty(type());
      }
      Faults.passVirtualMachineErrors(failure);
      // A failure of ours leaves the body unchecked, which is announced; the application goes on.
      MethodHandle unchecked = unchecked(body.notEnforced(failure));
      setTarget(unchecked);
      return unchecked;
    }
  }

  private MethodHandle unchecked(List<Hole> holes) {
    if (!Engine.installed().isStrict()) {
      return MethodHandles.empty(type());
    }
    return phase == Phase.ENTRY
        ? Refusal.entry(body, holes, type())
        : Refusal.exit(body, holes, type());
  }

  private MethodHandle link(Plan plan) {
    MethodHandle target = plan.implementation().isInFront() ? inFront(plan) : around(plan);
    MethodHandle switched = target;
    for (SwitchPoint point : plan.switches()) {
      switched = point.guardWithTest(switched, relinker);
    }
    setTarget(switched);
    return target;
  }

  private MethodHandle around(Plan plan) {
    return switch (phase) {
      case ENTRY -> Entry.of(plan, type());
      case EXIT -> Exit.of(plan, type(), true);
      case VOID_EXIT -> Exit.of(plan, type(), false);
    };
  }

  private MethodHandle inFront(Plan plan) {
    return switch (phase) {
      case ENTRY -> Front.entry(plan, type());
      case EXIT -> Front.exit(type(), true);
      case VOID_EXIT -> Front.exit(type(), false);
    };
  }
}
