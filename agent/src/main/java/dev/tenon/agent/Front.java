package dev.tenon.agent;

import dev.tenon.linking.LambdaShape;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
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

  private final LambdaShape shape;
  private final String type;
  private final List<Class<?>> fields;
  private final boolean isReplaced;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /**
   * A class.
   *
   * @param shape of the lambdas
   * @param suffix of its name
   * @param fields what its constructor takes and its objects keep
   * @param isReplaced whether the first of these is what is written when the object is: it knows
   *     how to be read again, at a site that is woven
   */
  Front(LambdaShape shape, String suffix, List<Class<?>> fields, boolean isReplaced) {
    this.shape = shape;
    this.type = Type.getInternalName(shape.lookup().lookupClass()) + suffix;
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
    method.visitFieldInsn(
        Opcodes.GETFIELD, type, "c" + field, Type.getDescriptor(fields.get(field)));
  }

  byte[] write(Code code) {
    List<String> names = new ArrayList<>();
    for (Class<?> each : shape.interfaces()) {
      names.add(Type.getInternalName(each));
    }
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        type,
        null,
        "java/lang/Object",
        names.toArray(new String[0]));
    writeConstructor();
    writeOperation(code);
    for (MethodType bridge : shape.bridges()) {
      writeBridge(bridge);
    }
    if (isReplaced) {
      writeReplacement();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void writeConstructor() {
    MethodType taken = MethodType.methodType(void.class, fields);
    MethodVisitor method =
        writer.visitMethod(0, "<init>", taken.toMethodDescriptorString(), null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int slot = 1;
    for (int i = 0; i < fields.size(); i++) {
      Type kept = Type.getType(fields.get(i));
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
    String descriptor = shape.operation().toMethodDescriptorString();
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC, shape.name(), descriptor, null, null);
    method.visitCode();
    code.begin(method);
    loadArguments(method, Type.getArgumentTypes(descriptor), null);
    code.end(method);
    end(method, Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
  }

  /** As javac writes one: to the operation in this class. */
  private void writeBridge(MethodType bridge) {
    String descriptor = bridge.toMethodDescriptorString();
    String operation = shape.operation().toMethodDescriptorString();
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC,
            shape.name(),
            descriptor,
            null,
            null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    loadArguments(method, Type.getArgumentTypes(descriptor), Type.getArgumentTypes(operation));
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type, shape.name(), operation, false);
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
