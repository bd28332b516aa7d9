package dev.tenon.agent;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The methods that an earlier weaving at build has put in the place of method references, with what
 * was referred to: woven again, a class is woven as if it had never been.
 */
final class EarlierReferences extends ClassVisitor {

  private final Map<String, Handle> referred = new HashMap<>();

  private EarlierReferences() {
    super(Opcodes.ASM9);
  }

  /** Those of a class; none when it was never woven. */
  static EarlierReferences of(ClassReader reader) {
    EarlierReferences found = new EarlierReferences();
    reader.accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  boolean isEmpty() {
    return referred.isEmpty();
  }

  /** What was referred to before a method took its place; null when it did not. */
  @Nullable Handle before(String method) {
    return referred.get(method);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean isOurs = (access & Opcodes.ACC_SYNTHETIC) != 0 && name.startsWith(BuildSites.METHOD);
    return isOurs ? new Code(name) : null;
  }

  /** Keeps what is called. */
  private final class Code extends MethodVisitor {

    private final String method;

    Code(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (Joining.wasAtBuild(bootstrap)) {
        referred.put(method, (Handle) arguments[0]);
      }
    }
  }
}
