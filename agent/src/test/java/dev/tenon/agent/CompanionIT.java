package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.agent.ForkedJvm.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A companion that cannot be linked: the application runs, and is told what helps. */
class CompanionIT {

  private static final String SEAM =
      """
      package bank;
      import dev.tenon.contract.*;
      public interface Vault {
        @Requires("amount > 0") @Ensures("spare() == old(spare())") long withdraw(long amount);
        long spare();
      }
      """;

  private static final String MAIN =
      """
      package shop;
      import dev.tenon.*;
      public class Main {
        static class Safe implements bank.Vault {
          public long withdraw(long amount) { return amount; }
          public long spare() { return 0; }
        }
        public static void main(String[] args) {
          System.out.println(new Safe().withdraw(-1));
          Seams.status().notEnforced().forEach(seam ->
              System.out.println(seam.name() + " " + seam.detail()));
          try {
            Seams.guard(bank.Vault.class, new Safe());
          } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
          }
        }
      }
      """;

  @TempDir private Path directory;

  private ForkedJvm compiled() {
    return new ForkedJvm(directory).onLibraries().processing().source(SEAM).source(MAIN).compile();
  }

  private static void assertSaid(Run run, String type, String... fault) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.outLines())
        .satisfiesExactly(
            result -> assertThat(result).isEqualTo("-1"),
            woven -> assertThat(woven).startsWith(type + " its companion ").contains(fault),
            guarded ->
                assertThat(guarded)
                    .startsWith(type + " is not enforced: its companion ")
                    .contains(fault));
  }

  @Test
  void it_lacks_a_method() throws IOException {
    ForkedJvm jvm = compiled();
    without("requires$0", jvm.classes().resolve("bank/Vault$$Contract.class"));

    assertSaid(
        jvm.run("shop.Main"),
        "bank.Vault",
        "bank.Vault$$Contract.requires$0",
        "another version",
        "rebuild from clean");
  }

  @Test
  void a_class_of_it_is_missing() throws IOException {
    ForkedJvm jvm = compiled();
    Path carrier =
        jvm.classFiles().stream()
            .filter(file -> file.getFileName().toString().startsWith("Vault$$Contract$"))
            .findFirst()
            .orElseThrow();
    Files.delete(carrier);

    assertSaid(
        jvm.run("shop.Main"), "bank.Vault", "cannot be linked", "NoClassDefFoundError", "rebuild");
  }

  private static final String BANK =
      "module bank { requires dev.tenon.annotations; exports bank; DIRECTIVES }";

  private static final String SHOP =
      "module shop { requires bank; requires dev.tenon.annotations; requires dev.tenon.core; }";

  private Run acrossModules(String directives) {
    String libraries = ForkedJvm.modulePath();
    ForkedJvm bank =
        new ForkedJvm(directory.resolve("bank"))
            .compilerOptions("--module-path", libraries)
            .processing()
            .source("module-info.java", BANK.replace("DIRECTIVES", directives))
            .source("package bank;\npublic interface Vault extends bank.hidden.Limited {}")
            .source(SEAM.replace("package bank", "package bank.hidden").replace("Vault", "Limited"))
            .compile();
    String modules = bank.classes() + File.pathSeparator + libraries;
    ForkedJvm shop =
        new ForkedJvm(directory.resolve("shop"))
            .compilerOptions("--module-path", modules)
            .source("module-info.java", SHOP)
            .source(MAIN)
            .compile();
    return shop.runModule(shop.classes() + File.pathSeparator + modules, "shop/shop.Main");
  }

  @Test
  void its_package_is_hidden_from_the_module_of_the_supplier() {
    assertSaid(
        acrossModules(""),
        "bank.hidden.Limited",
        "is not accessible from ",
        "; open the package bank.hidden to dev.tenon.core");
  }

  @Test
  void its_package_is_hidden_but_open_to_the_core() {
    Run run = acrossModules("opens bank.hidden to dev.tenon.core;");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("ContractViolation: Precondition broken by the client");
  }

  /** The class file without a method, as an older processor might have written it. */
  private static void without(String method, Path file) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor leaving =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals(method)
                ? null
                : super.visitMethod(access, name, descriptor, signature, exceptions);
          }
        };
    new ClassReader(Files.readAllBytes(file)).accept(leaving, 0);
    Files.write(file, writer.toByteArray());
  }
}
