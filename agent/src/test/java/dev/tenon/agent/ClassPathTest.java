package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the JVM of these tests, whose class path is that of a manifest. */
class ClassPathTest {

  private static final ClassLoader APPLICATION = ClassLoader.getSystemClassLoader();

  private final ClassPath path = new ClassPath();

  @ParameterizedTest
  @ValueSource(classes = {ClassPathTest.class, ClassPath.class, Assertions.class})
  void what_it_reads_is_what_the_class_loader_has(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/');

    byte[] read = path.read(APPLICATION, name);
    byte[] again = path.read(APPLICATION, name);

    try (InputStream in = APPLICATION.getResourceAsStream(name + ".class")) {
      assertThat(in).isNotNull();
      assertThat(read).isEqualTo(in.readAllBytes()).isEqualTo(again);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/sql/Connection", "com/sun/tools/javac/Main", "no/Such", "NoSuch"})
  void what_a_module_or_nobody_has_is_left_to_the_class_loader(String name) throws IOException {
    assertThat(path.read(APPLICATION, name)).isNull();
  }

  @Test
  void it_covers_the_class_loaders_that_last_as_long_as_the_jvm() throws IOException {
    try (URLClassLoader other = new URLClassLoader(new URL[0], APPLICATION)) {
      assertThat(ClassPath.covers(APPLICATION)).isTrue();
      assertThat(ClassPath.covers(other)).isFalse();
      assertThat(ClassPath.covers(ClassLoader.getPlatformClassLoader())).isFalse();
    }
  }
}
