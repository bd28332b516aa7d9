package dev.tenon.agent;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The views that apply to what an instruction calls; null for none. */
  @Nullable String views(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKEINTERFACE || opcode == Opcodes.INVOKEVIRTUAL
        ? wanted.views(Mirrored.key(owner, name, descriptor))
        : null;
  }

  /** The views that apply to what a method reference refers to; null for none. */
  @Nullable String views(Handle bootstrap, Object[] arguments) {
    if (!LambdaSites.makesLambdas(bootstrap)
        || arguments.length < 3
        || !(arguments[1] instanceof Handle referred)) {
      return null;
    }
    return referred.getTag() == Opcodes.H_INVOKEINTERFACE
            || referred.getTag() == Opcodes.H_INVOKEVIRTUAL
        ? views(referred)
        : null;
  }

  /** The views that apply to what is called; null for none. */
  @Nullable String views(Handle called) {
    return wanted.views(Mirrored.key(called.getOwner(), called.getName(), called.getDesc()));
  }

  /** Those that a call was woven for at build, then those that apply besides. */
  static String joined(String given, @Nullable String applying) {
    Set<String> all = new LinkedHashSet<>(List.of(given.split(",", -1)));
    if (applying != null) {
      all.addAll(List.of(applying.split(",", -1)));
    }
    return String.join(",", all);
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

  /** Counts a call that was woven at build. */
  void count(String views) {
    for (String view : views.split(",", -1)) {
      Integer before = counts.get(view);
      counts.put(view, before == null ? 1 : before + 1);
    }
  }

  /** Counts a call that is woven now. */
  void replace(String views) {
    isReplaced = true;
    count(views);
  }

  void record(Presence presence, ClassLoader loader) {
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      presence.woveCalls(loader, each.getKey(), type, each.getValue());
    }
  }

  /** The opcode of the instruction that a call was before it was woven. */
  static int opcode(Handle called) {
    return called.getTag() == Opcodes.H_INVOKEINTERFACE
        ? Opcodes.INVOKEINTERFACE
        : Opcodes.INVOKEVIRTUAL;
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
