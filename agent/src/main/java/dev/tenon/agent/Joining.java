package dev.tenon.agent;

import dev.tenon.linking.Joints;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What the sites of woven code are linked by: the agent, or at build core, which hands on to the
 * agent when there is one.
 */
final class Joining {

  private static final String SITE =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;";
  private static final String NAMES = "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;";
  private static final String RESULT = ")Ljava/lang/invoke/CallSite;";

  /** By the agent, in the JVM that the class is loaded in. */
  static final Joining BY_AGENT = new Joining(Joints.AGENT, false);

  private final String owner;
  private final boolean isAtBuild;
  private final Map<String, byte[]> fronts = new LinkedHashMap<>();
  private final Set<String> refusals = new LinkedHashSet<>();

  private Joining(String owner, boolean isAtBuild) {
    this.owner = owner;
    this.isAtBuild = isAtBuild;
  }

  /** By core, for classes that are woven at build; it keeps what else comes of that. */
  static Joining atBuild() {
    return new Joining(Joints.CORE, true);
  }

  boolean isAtBuild() {
    return isAtBuild;
  }

  /** Whether a site was woven at build. */
  static boolean wasAtBuild(Handle bootstrap) {
    return bootstrap.getOwner().equals(Joints.CORE);
  }

  /** Of the doors of a body: which of them, the name of the body, its descriptor. */
  Handle link() {
    return bootstrap("link", NAMES);
  }

  /** Of what a class inherits, at build alone: its owner, its name, its descriptor. */
  Handle inherit() {
    return bootstrap("inherit", NAMES);
  }

  /** Of what makes lambdas. */
  Handle lambda() {
    return bootstrap("lambda", "[Ljava/lang/Object;");
  }

  /** Of the calls of clients. */
  Handle call() {
    return bootstrap("call", "Ljava/lang/invoke/MethodHandle;" + NAMES + "I");
  }

  /** Of the method references of clients, by the agent alone. */
  Handle reference() {
    return bootstrap("reference", "[Ljava/lang/Object;");
  }

  private Handle bootstrap(String name, String arguments) {
    return new Handle(Opcodes.H_INVOKESTATIC, owner, name, bootstrapping(arguments), false);
  }

  /** The descriptor of a bootstrap that takes this besides what all take. */
  static String bootstrapping(String arguments) {
    return SITE.concat(arguments).concat(RESULT);
  }

  /** Keeps a class that stands in front of lambdas. */
  void addFront(String internalName, byte[] bytes) {
    fronts.put(internalName, bytes);
  }

  /** By internal name, the classes that stand in front of lambdas. */
  Map<String, byte[]> fronts() {
    return fronts;
  }

  /** Keeps what cannot be woven at build. */
  void refuse(String what) {
    refusals.add(what);
  }

  Set<String> refusals() {
    return refusals;
  }
}
