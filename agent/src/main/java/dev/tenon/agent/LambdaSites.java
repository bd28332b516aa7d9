package dev.tenon.agent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Which sites of a class make lambdas that are suppliers. */
final class LambdaSites {

  /** How much stands before what the JDK is given, at a site that was woven at build. */
  private static final int WOVEN_BEFORE = 4;

  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  private static final String METAFACTORY_TAKES =
      "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;";

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
  LambdaSites(String type, Wanted wanted) {
    this.type = type;
    this.wanted = wanted;
  }

  boolean areWanted() {
    return wanted.hasLambdas();
  }

  /** Whether an instruction is to be replaced. */
  boolean areReplaced() {
    return isReplaced;
  }

  /** Whether there are any, woven at build or now. */
  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Whether the sites of a bootstrap make lambdas. */
  static boolean makesLambdas(Handle bootstrap) {
    return bootstrap.getOwner().equals(METAFACTORY);
  }

  /** Whether a site makes lambdas of an interface with a contract; it is counted then. */
  boolean isSupplier(String name, String descriptor, Handle bootstrap, Object[] arguments) {
    boolean isSupplier =
        makesLambdas(bootstrap) && arguments.length > 2 && isSupplier(name, descriptor, arguments);
    isReplaced |= isSupplier;
    return isSupplier;
  }

  /** Counts a site that was woven at build; what the JDK is given there. */
  void count(String name, String descriptor, Object[] originals) {
    isSupplier(name, descriptor, originals);
  }

  /** Of a site that was woven at build, the bootstrap of the JDK that it had. */
  static Handle original(Object[] given) {
    String name = (String) given[1];
    String taken = name.equals("metafactory") ? METAFACTORY_TAKES : "[Ljava/lang/Object;";
    return new Handle(
        Opcodes.H_INVOKESTATIC, METAFACTORY, name, Joining.bootstrapping(taken), false);
  }

  /** Of a site that was woven at build, what that bootstrap is given. */
  static Object[] originals(Object[] given) {
    return Arrays.copyOfRange(given, WOVEN_BEFORE, given.length);
  }

  private boolean isSupplier(String name, String descriptor, Object[] arguments) {
    if (!(arguments[0] instanceof Type operation)) {
      return false;
    }
    String key = Declaration.key(name, operation.getDescriptor());
    boolean isSupplier = isSupplier(Type.getReturnType(descriptor).getInternalName(), key);
    for (int i = 3; i < arguments.length; i++) {
      // The further interfaces of a site that has several; its bridges are method types.
      if (arguments[i] instanceof Type marker && marker.getSort() == Type.OBJECT) {
        isSupplier |= isSupplier(marker.getInternalName(), key);
      }
    }
    return isSupplier;
  }

  private boolean isSupplier(String seam, String key) {
    if (!wanted.isLambda(seam, key)) {
      return false;
    }
    Set<String> counted = new HashSet<>();
    for (Declaration declaration : wanted.above(seam)) {
      if (declaration.bindsLambda(key) && counted.add(declaration.type())) {
        Integer before = counts.get(declaration.type());
        counts.put(declaration.type(), before == null ? 1 : before + 1);
      }
    }
    return true;
  }

  void record(Presence presence, ClassLoader loader) {
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      presence.woveLambdas(loader, each.getKey(), type, each.getValue());
    }
  }

  /** What the agent needs to know, then what the JDK does. */
  static Object[] arguments(Handle bootstrap, String file, int line, Object[] originals) {
    return before(originals, bootstrap.getName(), file, line);
  }

  /** What core needs to know at a site that is woven at build, then as above. */
  static Object[] arguments(Type front, Object[] arguments) {
    return before(arguments, front);
  }

  private static Object[] before(Object[] originals, Object... first) {
    Object[] arguments = Arrays.copyOf(first, first.length + originals.length, Object[].class);
    System.arraycopy(originals, 0, arguments, first.length, originals.length);
    return arguments;
  }
}
