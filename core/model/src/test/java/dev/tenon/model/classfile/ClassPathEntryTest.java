package dev.tenon.model.classfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathEntryTest {

  @TempDir private Path directory;

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> found = new TreeMap<>();
    ClassPathEntry.read(file, (name, bytes) -> found.put(name, new String(bytes, UTF_8)));
    return found;
  }

  private Path folder() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("folder/a")).getParent();
    Files.writeString(folder.resolve("a/A.class"), "A");
    Files.writeString(folder.resolve("a/a.txt"), "text");
    return folder;
  }

  @Test
  void a_folder_gives_its_class_files_and_the_names_of_others() throws IOException {
    assertThat(read(folder())).isEqualTo(Map.of("a/A.class", "A", "a/a.txt", ""));
  }

  @Test
  void links_are_followed_and_a_link_in_a_circle_ends() throws IOException {
    Path folder = folder();
    Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
    Path around = Files.createDirectories(directory.resolve("around"));
    Files.createSymbolicLink(around.resolve("in"), folder);
    Files.createSymbolicLink(around.resolve("circle"), around);
    Files.createSymbolicLink(around.resolve("Gone.class"), directory.resolve("gone"));

    assertThat(read(link)).containsKey("a/A.class");
    assertThat(read(around)).containsOnlyKeys("in/a/A.class", "in/a/a.txt");
  }

  @Test
  void of_a_jar_for_several_versions_this_jvm_gets_its_own() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    Path file = directory.resolve("several.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      add(jar, "A.class", "of any");
      add(jar, "META-INF/versions/9/A.class", "of 9");
      add(jar, "META-INF/versions/9/B.class", "alone");
      add(jar, "META-INF/versions/999/C.class", "of later");
    }

    assertThat(read(file)).containsEntry("A.class", "of 9").containsEntry("B.class", "alone");
    assertThat(read(file)).doesNotContainKey("C.class");
  }

  private static void add(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(text.getBytes(UTF_8));
    jar.closeEntry();
  }

  @Test
  void what_is_no_jar_is_told_from_what_cannot_be_read() throws IOException {
    Path file = Files.writeString(directory.resolve("a.pom"), "<project/>");

    assertThatThrownBy(() -> read(file)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> read(directory.resolve("none.jar")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ZipException.class);
  }
}
