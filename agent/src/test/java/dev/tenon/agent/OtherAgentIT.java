package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** JaCoCo before and behind this agent: it puts code of its own between the instructions. */
class OtherAgentIT {

  @TempDir Path directory;

  private static final String RIGHT = "CLIENT,OVERRIDE,CLIENT,OVERRIDE";

  /** Where another agent stands. */
  enum Place {
    NOWHERE,
    BEFORE,
    BEHIND
  }

  /**
   * With two declarations of which one accepts the call, the client's view decides: found from the
   * client's code as JaCoCo has left it.
   */
  @ParameterizedTest
  @EnumSource
  void the_clients_view_is_right_whatever_jacoco_put_into_the_client(Place place) {
    ForkedJvm.Run run = jvm(place, jacoco()).run("bank.Main");

    assertThat(run.err()).doesNotContain("error");
    assertThat(run.outLines()).containsExactly(RIGHT, RIGHT, "refused by both", "errors 0");
    assertThat(directory.resolve("jacoco.exec").toFile().exists())
        .isEqualTo(place != Place.NOWHERE);
  }

  /** Without the tables of lines the index of the instruction alone tells. */
  @ParameterizedTest
  @EnumSource
  void a_client_without_lines_has_a_view(Place place) {
    ForkedJvm.Run run = jvm(place, jacoco(), "-g:none").run("bank.Main");

    assertThat(run.outLines()).startsWith(RIGHT, RIGHT);
  }

  /**
   * Behind this agent nobody sees what a later one does. It shifts each instruction to where the
   * next call on the line was: that must not be taken for it.
   */
  @ParameterizedTest
  @CsvSource({
    "NOWHERE, 'CLIENT,OVERRIDE,CLIENT,OVERRIDE'",
    "BEFORE, 'CLIENT,OVERRIDE,CLIENT,OVERRIDE'",
    "BEHIND, 'CONTRACT,CONTRACT,CONTRACT,CONTRACT'"
  })
  void where_code_is_shifted_unseen_only_lines_count(Place place, String onOneLine) {
    String shifting = new ForkedJvm(directory).agent("bank.Shifting").toString();
    ForkedJvm.Run run = jvm(place, shifting).run("bank.Main");

    assertThat(run.outLines()).containsExactly(onOneLine, RIGHT, "refused by both", "errors 0");
  }

  private String jacoco() {
    return Path.of(System.getProperty("tenon.compilers"), "jacoco", "org.jacoco.agent.jar")
        + "=destfile="
        + directory.resolve("jacoco.exec");
  }

  private ForkedJvm jvm(Place place, String other, String... options) {
    String agent = "-javaagent:" + other;
    ForkedJvm jvm =
        new ForkedJvm(directory)
            .source(
                """
                package bank;
                import java.lang.instrument.*;
                import net.bytebuddy.jar.asm.*;
                public class Shifting extends ClassVisitor {
                  Shifting(ClassVisitor next) { super(Opcodes.ASM9, next); }
                  public static void premain(String arguments, Instrumentation instrumentation) {
                    instrumentation.addTransformer(new ClassFileTransformer() {
                      public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
                          java.security.ProtectionDomain domain, byte[] bytes) {
                        if (!"bank/Main".equals(name)) {
                          return null;
                        }
                        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                        new ClassReader(bytes).accept(new Shifting(writer), 0);
                        return writer.toByteArray();
                      }
                    }, true);
                  }
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String type, String signature, String[] thrown) {
                    MethodVisitor to = super.visitMethod(access, name, type, signature, thrown);
                    return new MethodVisitor(Opcodes.ASM9, to) {
                      @Override
                      public void visitCode() {
                        super.visitCode();
                        visitInsn(Opcodes.ACONST_NULL);
                        visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System",
                            "identityHashCode", "(Ljava/lang/Object;)I", false);
                        visitInsn(Opcodes.POP);
                        visitInsn(Opcodes.NOP);
                        visitInsn(Opcodes.NOP);
                        visitInsn(Opcodes.NOP);
                      }
                    };
                  }
                }
                """)
            .onClassPath(System.getProperty("java.class.path"))
            .processing()
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Strict { @Requires("n > 0") int take(int n); }
                """)
            .source(
                """
                package bank;
                import dev.tenon.contract.*;
                public interface Lax { @Requires("n > -9") int take(int n); }
                """)
            .compile()
            .compilerOptions(options)
            .source(
                """
                package bank;
                import dev.tenon.Seams;
                import java.util.stream.Collectors;
                public class Main {
                  static class Both implements Strict, Lax {
                    public int take(int n) { return n; }
                  }
                  public static void main(String[] args) {
                    Seams.policy().mode("bank.*", dev.tenon.model.Mode.OBSERVE);
                    Both both = new Both();
                    Strict strict = both;
                    Lax lax = both;
                    if (args.length == 0) { int sum = strict.take(1) + lax.take(1); strict.take(-1); lax.take(-1); strict.take(-1); lax.take(-1); }
                    show();
                    if (args.length == 0) {
                      strict.take(-1);
                    }
                    lax.take(-1);
                    strict.take(
                        args.length == 0 ? -1 : 1);
                    for (int i = 0; i < 1; i++) {
                      lax.take(-1);
                    }
                    show();
                    Seams.policy().reset("bank.*");
                    try {
                      strict.take(-10);
                    } catch (AssertionError violation) {
                      System.out.println("refused by both");
                    }
                    System.out.println("errors " + Seams.status().errors());
                  }
                  static void show() {
                    var recent = Seams.ledger().recent();
                    System.out.println(recent.subList(recent.size() - 4, recent.size()).stream()
                        .map(v -> v.blamed() + (v.isLatent() ? " latent" : ""))
                        .collect(Collectors.joining(",")));
                  }
                }
                """)
            .compile();
    switch (place) {
      case NOWHERE -> {}
      case BEFORE -> jvm.flags(agent);
      case BEHIND -> jvm.lastFlags(agent);
    }
    return jvm;
  }
}
