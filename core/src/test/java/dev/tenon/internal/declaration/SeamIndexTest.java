package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeamIndexTest {

  @TempDir private Path folder;

  @Test
  void all_index_files_of_a_loader_are_read_and_comments_left_out() throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar("one", "b.B # first\n\n# none\n"), jar("two", "a.A\nb.B")}, null)) {
      assertThat(SeamIndex.of(loader)).containsExactly("a.A", "b.B");
    }
  }

  private URL jar(String name, String text) throws IOException {
    Path file = folder.resolve(name).resolve("META-INF/services/dev.tenon.contract.Seam");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return folder.resolve(name).toUri().toURL();
  }
}
