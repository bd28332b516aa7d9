package dev.tenon.agent;

import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes a class whose objects stand for the lambdas of one site: the class of a lambda itself is
 * hidden, and no agent may change it.
 */
final class Front {

  private final LambdaForm form;
  private final String type;
  private final List<Type> fields;
  private final boolean isReplaced;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /**
   * A class.
   *
   * @param type its internal name
   * @param form of the lambdas
   * @param fields what its constructor takes and its objects keep
   * @param isReplaced whether the first of these is what is written when the object is: it knows
   *     how to be read again, at a site that is woven
   */
  Front(String type, LambdaForm form, List<Type> fields, boolean isReplaced) {
    this.type = type;
    this.form = form;
    this.fields = fields;
    this.isReplaced = isReplaced;
  }

  /** What the operation does, when what it needs is on the stack. */
  interface Code {

    /** Loads what comes before the arguments. */
    void begin(MethodVisitor method);

    /** Does it, and leaves the result. */
    void end(MethodVisitor method);
  }

  /** Loads a field. */
  void load(MethodVisitor method, int field) {
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitFieldInsn(Opcodes.GETFIELD, type, "c" + field, fields.get(field).getDescriptor());
  }

  byte[] write(Code code) {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        type,
        null,
        "java/lang/Object",
        form.interfaces().toArray(new String[0]));
    writeConstructor();
    writeOperation(code);
    for (String bridge : form.bridges()) {
      writeBridge(bridge);
    }
    if (isReplaced) {
      writeReplacement();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void writeConstructor() {
    String taken = Type.getMethodDescriptor(Type.VOID_TYPE, fields.toArray(new Type[0]));
    MethodVisitor method = writer.visitMethod(0, "<init>", taken, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int slot = 1;
    for (int i = 0; i < fields.size(); i++) {
      Type kept = fields.get(i);
      String name = "c" + i;
      writer.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, kept.getDescriptor(), null, null);
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitVarInsn(kept.getOpcode(Opcodes.ILOAD), slot);
      method.visitFieldInsn(Opcodes.PUTFIELD, type, name, kept.getDescriptor());
      slot += kept.getSize();
    }
    end(method, Opcodes.RETURN);
  }

  private void writeOperation(Code code) {
    String descriptor = form.operation();
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC, form.name(), descriptor, null, null);
    method.visitCode();
    code.begin(method);
    loadArguments(method, Type.getArgumentTypes(descriptor), null);
    code.end(method);
    end(method, Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
  }

  /** As javac writes one: to the operation in this class. */
  private void writeBridge(String descriptor) {
    String operation = form.operation();
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC,
            form.name(),
            descriptor,
            null,
            null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    loadArguments(method, Type.getArgumentTypes(descriptor), Type.getArgumentTypes(operation));
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type, form.name(), operation, false);
    end(method, Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
  }

  private static void loadArguments(MethodVisitor method, Type[] types, Type @Nullable [] casts) {
    int slot = 1;
    for (int i = 0; i < types.length; i++) {
      method.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), slot);
      if (casts != null && !casts[i].equals(types[i])) {
        method.visitTypeInsn(Opcodes.CHECKCAST, casts[i].getInternalName());
      }
      slot += types[i].getSize();
    }
  }

  private void writeReplacement() {
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PRIVATE, "writeReplace", "()Ljava/lang/Object;", null, null);
    method.visitCode();
    load(method, 0);
    end(method, Opcodes.ARETURN);
  }

  private static void end(MethodVisitor method, int opcode) {
    method.visitInsn(opcode);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
