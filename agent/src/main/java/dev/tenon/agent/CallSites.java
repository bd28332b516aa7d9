package dev.tenon.agent;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Which calls of a class are a client's whose view says something of them. */
final class CallSites {

  private final String type;
  private final Wanted wanted;
  private final Map<String, Integer> counts = new HashMap<>();
  private boolean isReplaced;

  /**
   * The sites of a class.
   *
   * @param type its binary name
   * @param wanted what is wanted of it
   */
  CallSites(String type, Wanted wanted) {
    this.type = type;
    this.wanted = wanted;
  }

  boolean areWanted() {
    return wanted.hasCalls();
  }

  /** Whether an instruction is to be replaced. */
  boolean areReplaced() {
    return isReplaced;
  }

  /** Whether there are any, woven at build or now. */
  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The views that apply to what an instruction calls, which is counted then; null for none. */
  @Nullable String views(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKEINTERFACE || opcode == Opcodes.INVOKEVIRTUAL
        ? views(owner, name, descriptor)
        : null;
  }

  /** The views that apply to what a method reference refers to, as above; null for none. */
  @Nullable String views(Handle bootstrap, Object[] arguments) {
    if (!LambdaSites.makesLambdas(bootstrap)
        || arguments.length < 3
        || !(arguments[1] instanceof Handle referred)) {
      return null;
    }
    return referred.getTag() == Opcodes.H_INVOKEINTERFACE
            || referred.getTag() == Opcodes.H_INVOKEVIRTUAL
        ? views(referred.getOwner(), referred.getName(), referred.getDesc())
        : null;
  }

  /** What the agent needs to know of a method reference, then what it does of any lambda. */
  static Object[] arguments(String views, String method, boolean isSupplier, Object[] lambda) {
    Object[] arguments = new Object[lambda.length + 4];
    arguments[0] = views;
    arguments[1] = ((Handle) lambda[4]).getName();
    arguments[2] = method;
    arguments[3] = isSupplier ? 1 : 0;
    System.arraycopy(lambda, 0, arguments, 4, lambda.length);
    return arguments;
  }

  /** Counts a call of which views say something. */
  void count(String views) {
    for (String view : views.split(",", -1)) {
      Integer before = counts.get(view);
      counts.put(view, before == null ? 1 : before + 1);
    }
  }

  private @Nullable String views(String owner, String name, String descriptor) {
    String views = wanted.views(Mirrored.key(owner, name, descriptor));
    if (views != null) {
      isReplaced = true;
      count(views);
    }
    return views;
  }

  void record(Presence presence, ClassLoader loader) {
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      presence.woveCalls(loader, each.getKey(), type, each.getValue());
    }
  }

  /** A call as a constant of the class. */
  static Handle handle(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    return new Handle(
        opcode == Opcodes.INVOKEINTERFACE ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL,
        owner,
        name,
        descriptor,
        isInterface);
  }
}
