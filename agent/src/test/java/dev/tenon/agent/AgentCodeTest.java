package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.linking.Joints;
import dev.tenon.model.settings.Settings;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What the code of the agent may not use, because of when it runs. */
class AgentCodeTest {

  @Test
  void nothing_in_the_agent_is_linked_at_run_time() throws IOException {
    List<String> found = invokedynamics(Path.of(ForkedJvm.locationOf(Premain.class)), 25);
    assertThat(found).isEmpty();
  }

  @Test
  void the_settings_need_neither_lambdas_nor_logging() throws IOException {
    // Only core takes rules out again, when policy changes.
    assertThat(inModel("dev/tenon/model/settings", 8))
        .filteredOn(use -> !use.startsWith("ModeTable.class.without"))
        .noneMatch(use -> use.contains("LambdaMetafactory"));
  }

  @Test
  void nothing_that_reads_class_files_is_linked_at_run_time() throws IOException {
    assertThat(inModel("dev/tenon/model/classfile", 1)).isEmpty();
  }

  @Test
  void nothing_that_links_woven_code_is_linked_at_run_time() throws IOException {
    assertThat(in(Joints.class, "dev/tenon/linking", 12)).isEmpty();
  }

  private static List<String> inModel(String packageFolder, int atLeast) throws IOException {
    return in(Settings.class, packageFolder, atLeast);
  }

  private static List<String> in(Class<?> library, String packageFolder, int atLeast)
      throws IOException {
    Path place = Path.of(ForkedJvm.locationOf(library));
    if (Files.isDirectory(place)) {
      return invokedynamics(place.resolve(packageFolder), atLeast);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return invokedynamics(jar.getPath(packageFolder), atLeast);
    }
  }

  private static List<String> invokedynamics(Path root, int atLeast) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> files = walk.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(files).hasSizeGreaterThan(atLeast);
      for (Path file : files) {
        new ClassReader(Files.readAllBytes(file)).accept(new Finder(file, found), 0);
      }
    }
    return found;
  }

  private static final class Finder extends ClassVisitor {

    private final Path file;
    private final List<String> found;

    Finder(Path file, List<String> found) {
      super(Opcodes.ASM9);
      this.file = file;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String site, String type, Handle bootstrap, Object... arguments) {
          found.add(file.getFileName() + "." + name + ": " + bootstrap.getOwner());
        }
      };
    }
  }
}
