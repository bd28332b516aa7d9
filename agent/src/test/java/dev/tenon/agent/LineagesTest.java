package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tenon.model.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands above a class, by class files that no compiler would write as well. */
@Timeout(60)
class LineagesTest {

  private static final String SEAM = "Ldev/tenon/contract/Seam;";

  @TempDir Path folder;

  private URLClassLoader loader;
  private Lineages lineages;

  @BeforeEach
  void start() throws IOException {
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    Realms realms = new Realms();
    lineages = new Lineages(realms, new Presence(realms, Settings.defaults()));
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void a_seam_far_above_is_found_and_those_between_know_it() throws IOException {
    write("a/Top", "a/Top", SEAM);
    write("a/I0", "a/I0", null, "a/Top");
    for (int i = 1; i < 150; i++) {
      write("a/I" + i, "a/I" + i, null, "a/I" + (i - 1));
    }

    assertThat(types("a/I149")).containsExactly("a.Top");
    assertThat(types("a/I7")).containsExactly("a.Top");
  }

  @Test
  void of_two_ways_to_a_seam_it_is_found_once() throws IOException {
    write("a/Top", "a/Top", SEAM);
    write("a/Left", "a/Left", null, "a/Top");
    write("a/Right", "a/Right", null, "a/Top");
    write("a/Both", "a/Both", null, "a/Left", "a/Right", "a/Absent");

    assertThat(types("a/Both")).containsExactly("a.Top");
  }

  @Test
  void a_circle_ends() throws IOException {
    write("a/One", "a/One", null, "a/Two");
    write("a/Two", "a/Two", null, "a/One");

    assertThat(types("a/One")).isEmpty();
    assertThat(types("a/Two")).isEmpty();
  }

  /** As where a file system does not tell capital letters from small ones. */
  @Test
  void a_file_with_a_class_of_another_name_is_looked_at_once() throws IOException {
    write("a/Below", "a/Below", null, "a/Upper");
    write("a/Upper", "a/UPPER", SEAM);

    assertThatNoException().isThrownBy(() -> types("a/Below"));
    assertThat(types("a/Below")).containsExactly("a.UPPER");
  }

  @Test
  void what_is_no_class_file_is_passed_over() throws IOException {
    write("a/Below", "a/Below", null, "a/Broken", "a/Top");
    write("a/Top", "a/Top", SEAM);
    Files.write(folder.resolve("a/Broken.class"), new byte[] {1, 2, 3});

    assertThat(types("a/Below")).containsExactly("a.Top");
  }

  /** Its head says that it may be a seam, and its annotations cannot be read. */
  @Test
  void one_that_is_broken_inside_stops_nothing() throws IOException {
    write("a/Cut", "a/Cut", SEAM);
    Path cut = folder.resolve("a/Cut.class");
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 3));
    write("a/Top", "a/Top", SEAM);
    write("a/Below", "a/Below", null, "a/Cut", "a/Top");

    assertThat(types("a/Cut")).isEmpty();
    assertThat(types("a/Below")).containsExactly("a.Top");
  }

  private List<String> types(String internalName) {
    return lineages.of(loader, internalName).stream().map(Declaration::type).toList();
  }

  private void write(String file, String name, String annotation, String... above)
      throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        name,
        null,
        "java/lang/Object",
        above);
    if (annotation != null) {
      writer.visitAnnotation(annotation, true).visitEnd();
    }
    Path target = folder.resolve(file + ".class");
    Files.createDirectories(target.getParent());
    Files.write(target, writer.toByteArray());
  }
}
