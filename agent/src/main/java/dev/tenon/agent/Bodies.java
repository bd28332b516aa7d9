package dev.tenon.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds, in a first reading, the bodies of a class that are to be woven. */
final class Bodies extends ClassVisitor {

  private final String owner;
  private final List<Declaration> lineage;
  private final Map<String, Body> found = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The bodies of a class.
   *
   * @param owner the internal name of the class
   * @param lineage the declarations that it is under
   */
  Bodies(String owner, List<Declaration> lineage) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.lineage = lineage;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!Weaver.isBody(access, name) || !implementsOperation(Declaration.key(name, descriptor))) {
      return null;
    }
    Body body = new Body(owner, name, descriptor);
    found.put(name + descriptor, body);
    return body;
  }

  private boolean implementsOperation(String key) {
    boolean isFound = false;
    for (Declaration declaration : lineage) {
      if (declaration.hasOperation(key)) {
        Integer before = counts.get(declaration.type());
        counts.put(declaration.type(), before == null ? 1 : before + 1);
        isFound = true;
      }
    }
    return isFound;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many bodies of the class may implement operations of this declaration. */
  int count(Declaration declaration) {
    Integer count = counts.get(declaration.type());
    return count == null ? 0 : count;
  }

  @Nullable Body find(String name, String descriptor) {
    return found.get(name + descriptor);
  }
}
