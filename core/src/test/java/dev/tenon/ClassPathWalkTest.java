package dev.tenon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathWalkTest {

  @TempDir private Path directory;
  private final List<String> found = new ArrayList<>();

  private List<String> read(Path... entries) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    return read(urls.toArray(new URL[0]));
  }

  private List<String> read(URL... urls) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return read(loader);
    }
  }

  private List<String> read(ClassLoader loader) {
    return ClassPathWalk.read(
        loader,
        (place, name, bytes) -> {
          if (bytes.length > 0) {
            found.add(place + " " + name);
          }
        });
  }

  private Path jar(String name) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("A.class"));
      out.write("A A A A A A A A A A A A A A A A".getBytes(UTF_8));
      out.closeEntry();
    }
    return jar;
  }

  @Test
  void what_is_no_jar_and_what_is_not_there_are_passed_over() throws IOException {
    Path pom = Files.writeString(directory.resolve("a.pom"), "<project/>");

    assertThat(read(pom, directory.resolve("none.jar"), jar("a.jar"))).isEmpty();
    assertThat(found).containsExactly("a.jar A.class");
  }

  @Test
  void a_jar_that_is_broken_inside_is_named_and_the_others_are_read() throws IOException {
    Path broken = jar("broken.jar");
    byte[] bytes = Files.readAllBytes(broken);
    // Behind the first local header, whose name has seven letters.
    bytes[30 + 7 + 4] = (byte) 0xFF;
    Files.write(broken, bytes);

    assertThat(read(broken, jar("a.jar")))
        .singleElement()
        .asString()
        .startsWith("the class path has " + broken + ", which cannot be read: ")
        .contains("A.class");
    assertThat(found).containsExactly("a.jar A.class");
  }

  @Test
  void what_cannot_be_listed_is_named() throws IOException {
    URL remote = new URL(null, "held:/classes/", new Held());

    assertThat(read(remote))
        .containsExactly(
            "the class path has held:/classes/, which cannot be listed; attach the agent");
  }

  @Test
  void a_loader_that_does_not_tell_is_named_and_those_above_it_are_read() throws IOException {
    try (URLClassLoader above =
        new URLClassLoader(
            new URL[] {jar("a.jar").toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertThat(read(new Silent(above)))
          .singleElement()
          .asString()
          .contains(Silent.class.getName() + " does not tell which classes it has");
    }
    assertThat(found).containsExactly("a.jar A.class");
  }

  private static final class Silent extends ClassLoader {
    Silent(ClassLoader parent) {
      super(parent);
    }
  }

  private static final class Held extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(new byte[0]);
        }
      };
    }
  }
}
