package dev.tenon.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Which sites of a class make lambdas that are suppliers. */
final class LambdaSites {

  static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/TenonJoint",
          "lambda",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  private final String type;
  private final Wanted wanted;
  private final Map<String, Integer> counts = new HashMap<>();

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

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Whether the sites of a bootstrap make lambdas. */
  static boolean makesLambdas(Handle bootstrap) {
    return bootstrap.getOwner().equals(METAFACTORY);
  }

  /** Whether a site makes lambdas of an interface with a contract; it is counted then. */
  boolean isSupplier(String name, String descriptor, Handle bootstrap, Object[] arguments) {
    if (!makesLambdas(bootstrap)
        || arguments.length < 3
        || !(arguments[0] instanceof Type operation)) {
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
    Object[] arguments = new Object[originals.length + 3];
    arguments[0] = bootstrap.getName();
    arguments[1] = file;
    arguments[2] = line;
    System.arraycopy(originals, 0, arguments, 3, originals.length);
    return arguments;
  }
}
