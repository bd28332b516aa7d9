package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What no compiler of Java writes. */
class BodiesTest {

  private static final int PUBLIC = Opcodes.ACC_PUBLIC;

  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  BodiesTest() {
    type.visit(Opcodes.V17, PUBLIC, "made/Thing", null, "java/lang/Object", null);
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    MethodVisitor method = type.visitMethod(access, name, descriptor, null, null);
    method.visitAnnotation("Ldev/tenon/contract/Requires;", true).visitEnd();
    method.visitCode();
    return method;
  }

  private MethodVisitor constructor(String descriptor) {
    MethodVisitor method = method(PUBLIC, "<init>", descriptor);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    return method;
  }

  private static void end(MethodVisitor method, int opcode) {
    method.visitInsn(opcode);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private Wanted wanted() {
    byte[] bytes = type.toByteArray();
    return new Wanted(List.of(Declaration.of(header(bytes), bytes)), Set.of(), Map.of(), Map.of());
  }

  private static ClassHeader header(byte[] bytes) {
    ClassHeader header = ClassHeader.of(bytes);
    assertThat(header).isNotNull();
    return header;
  }

  private Bodies bodies() {
    Bodies bodies = new Bodies("made/Thing", wanted());
    new ClassReader(type.toByteArray()).accept(bodies, ClassReader.EXPAND_FRAMES);
    return bodies;
  }

  @Test
  void a_constructor_that_loses_its_object_is_not_woven() {
    MethodVisitor losing = constructor("()V");
    losing.visitInsn(Opcodes.ACONST_NULL);
    losing.visitVarInsn(Opcodes.ASTORE, 0);
    end(losing, Opcodes.RETURN);
    assertThat(bodies().areDone()).isTrue();
    assertThat(bodies().hindered())
        .singleElement()
        .extracting(Body::hindrance)
        .asString()
        .contains("has lost the object that it made");
  }

  @Test
  void a_way_out_that_needs_no_object_may_lose_it() {
    MethodVisitor throwing = constructor("(I)V");
    Label fine = new Label();
    throwing.visitVarInsn(Opcodes.ILOAD, 1);
    throwing.visitJumpInsn(Opcodes.IFEQ, fine);
    throwing.visitInsn(Opcodes.ACONST_NULL);
    throwing.visitVarInsn(Opcodes.ASTORE, 0);
    throwing.visitInsn(Opcodes.ACONST_NULL);
    throwing.visitInsn(Opcodes.ATHROW);
    throwing.visitLabel(fine);
    Object[] locals = {"made/Thing", Opcodes.INTEGER};
    throwing.visitFrame(Opcodes.F_FULL, 2, locals, 0, new Object[0]);
    end(throwing, Opcodes.RETURN);
    assertThat(bodies().names()).containsExactly("<init>(I)V");
  }

  @Test
  void more_parameters_than_a_check_can_take_are_announced() throws IOException {
    end(method(PUBLIC | Opcodes.ACC_STATIC, "most", "(" + "J".repeat(120) + ")V"), Opcodes.RETURN);
    end(method(PUBLIC | Opcodes.ACC_STATIC, "more", "(" + "J".repeat(121) + ")V"), Opcodes.RETURN);
    Realms realms = new Realms();
    Presence presence = new Presence(realms, Settings.defaults());
    Lineages lineages = new Lineages(realms, presence);
    ClassLoader loader = BodiesTest.class.getClassLoader();
    byte[] bytes = type.toByteArray();
    byte[] woven =
        new Weaver(realms, presence, new Inheritance(lineages, presence))
            .weave(loader, header(bytes), bytes, wanted());
    assertThat(woven).isNotNull();
    assertThat(presence.woven(loader, "made.Thing")).isEqualTo(1);
    assertThat(presence.refusal(loader, "made.Thing"))
        .endsWith(
            "made.Thing.more has more parameters than a check can take; pass an object instead");
  }
}
