package dev.tenon.agent;

import static net.bytebuddy.jar.asm.Opcodes.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files of compilers long gone, and of those that try what is to come. */
class AgedIT {

  private static final String VAULT =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") int take(int amount);
      }
      """;

  private static final String MAIN =
      """
      package bank;
      public class Main {
        public static void main(String[] args) throws Exception {
          Vault vault = (Vault) Class.forName("bank.Old").getConstructor().newInstance();
          try {
            System.out.println("passed " + vault.take(-1));
          } catch (AssertionError violation) {
            System.out.println("refused");
          }
          System.out.println(dev.tenon.Seams.status().errors());
        }
      }
      """;

  @TempDir Path directory;

  /** Java 1.2, 1.4, 5 and 6: the first two have subroutines, which nobody writes any more. */
  @ParameterizedTest
  @ValueSource(ints = {V1_2, V1_4, V1_5, V1_6})
  void one_that_cannot_hold_a_check_runs_as_it_is_and_is_announced(int version) throws IOException {
    ForkedJvm.Run run = run(version);
    assertThat(run.outLines()).as(run.err()).containsExactly("passed -1", "0");
    assertThat(run.err())
        .containsOnlyOnce("bank.Old is a class file of version " + (version & 0xFFFF));
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_7, V1_8, V11})
  void one_that_can_is_checked(int version) throws IOException {
    ForkedJvm.Run run = run(version);
    assertThat(run.outLines()).as(run.err()).containsExactly("refused", "0");
  }

  /** Such class files have the version of the JVM, and a mark. */
  @Test
  void one_that_uses_what_is_not_final_is_checked() throws IOException {
    int version = 44 + Runtime.version().feature();
    ForkedJvm jvm = application().flags("--enable-preview");
    write(version | V_PREVIEW);
    ForkedJvm.Run run = jvm.run("bank.Main");
    assertThat(run.outLines()).as(run.err()).containsExactly("refused", "0");
  }

  private ForkedJvm.Run run(int version) throws IOException {
    ForkedJvm jvm = application();
    write(version);
    return jvm.run("bank.Main");
  }

  private ForkedJvm application() {
    return Product.processed(directory).source(VAULT).source(MAIN).compile();
  }

  /** A supplier whose body has a subroutine where that was allowed. */
  private void write(int version) throws IOException {
    boolean hasSubroutines = (version & 0xFFFF) < V1_6;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version,
        ACC_PUBLIC | ACC_SUPER,
        "bank/Old",
        null,
        "java/lang/Object",
        new String[] {"bank/Vault"});
    MethodVisitor made = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitVarInsn(ALOAD, 0);
    made.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(RETURN);
    made.visitMaxs(0, 0);
    made.visitEnd();
    MethodVisitor take = writer.visitMethod(ACC_PUBLIC, "take", "(I)I", null, null);
    if (hasSubroutines) {
      Label subroutine = new Label();
      take.visitJumpInsn(JSR, subroutine);
      take.visitVarInsn(ILOAD, 1);
      take.visitInsn(IRETURN);
      take.visitLabel(subroutine);
      take.visitVarInsn(ASTORE, 2);
      take.visitVarInsn(RET, 2);
    } else {
      take.visitVarInsn(ILOAD, 1);
      take.visitInsn(IRETURN);
    }
    take.visitMaxs(0, 0);
    take.visitEnd();
    writer.visitEnd();
    Files.write(directory.resolve("classes/bank/Old.class"), writer.toByteArray());
  }
}
