package dev.tenon.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds, in a first reading, the bodies of a class that are to be woven. */
final class Bodies extends ClassVisitor {

  private final String owner;
  private final Wanted wanted;
  private final Map<String, Body> found = new HashMap<>();
  private final Map<String, Body> bridges = new HashMap<>();
  private final Set<String> declared = new HashSet<>();

  /**
   * The bodies of a class.
   *
   * @param owner the internal name of the class
   * @param wanted what is wanted of it
   */
  Bodies(String owner, Wanted wanted) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.wanted = wanted;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!wanted.isBody(Declaration.key(name, descriptor))) {
      return null;
    }
    boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
    if (!isBridge) {
      declared.add(name + descriptor);
    }
    if (!Weaver.isBody(access, name)) {
      return null;
    }
    Body body = new Body(owner, name, descriptor);
    (isBridge ? bridges : found).put(name + descriptor, body);
    return body;
  }

  /** The names and descriptors of the methods that the class declares itself. */
  Set<String> declared() {
    return declared;
  }

  /**
   * Takes a bridge for a body where there is no other: what it leads to is in a class of the JDK.
   */
  void addLonelyBridges(List<Inherited> inherited) {
    Set<String> keys = new HashSet<>();
    for (Inherited body : inherited) {
      keys.add(body.key());
    }
    for (Body body : found.values()) {
      keys.add(Declaration.key(body.name(), body.descriptor()));
    }
    for (Body bridge : bridges.values()) {
      if (!keys.contains(Declaration.key(bridge.name(), bridge.descriptor()))) {
        found.put(bridge.name() + bridge.descriptor(), bridge);
      }
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many bodies of the class may implement operations of this seam, whoever declares them. */
  int count(String seam) {
    int count = 0;
    for (Body body : found.values()) {
      if (wanted.isOperationOf(seam, Declaration.key(body.name(), body.descriptor()))) {
        count++;
      }
    }
    return count;
  }

  Set<String> names() {
    return found.keySet();
  }

  @Nullable Body find(String name, String descriptor) {
    return found.get(name + descriptor);
  }
}
