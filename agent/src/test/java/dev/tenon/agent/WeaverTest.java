package dev.tenon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.classfile.ClassHeader;
import dev.tenon.model.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every body and call of whole libraries is woven, and the JVM's verifier asked. */
class WeaverTest {

  private final Realms realms = new Realms();
  private final Presence presence = new Presence(realms, Settings.defaults());
  private final Weaver weaver =
      new Weaver(realms, presence, new Inheritance(new Lineages(realms, presence), presence));

  @ParameterizedTest
  @ValueSource(classes = {ByteBuddy.class, Assertions.class, Test.class})
  void every_woven_body_and_call_of_a_library_passes_the_verifier(Class<?> member)
      throws IOException {
    WovenLibrary library = new WovenLibrary(member);
    List<String> broken = new ArrayList<>();
    for (String name : library.woven.keySet()) {
      try {
        Class.forName(name, true, library);
      } catch (VerifyError | ClassFormatError refused) {
        broken.add(name + ": " + refused);
      } catch (Throwable other) {
        // Initialisation reaches a site, and there is no joint here: the verifier has passed it.
      }
    }
    assertThat(broken).isEmpty();
    assertThat(presence.woven(library, Laboratory.KEPT)).isGreaterThan(100);
    assertThat(presence.woven(Kind.VIEW, library, Laboratory.VIEW)).isGreaterThan(500);
    assertThat(presence.errors()).isZero();
  }

  private final class WovenLibrary extends ClassLoader {

    private final Map<String, byte[]> woven = new HashMap<>();
    private final Map<String, byte[]> others = new HashMap<>();

    WovenLibrary(Class<?> member) throws IOException {
      super(WeaverTest.class.getClassLoader());
      String packaged = member.getPackageName().replaceAll("^(\\w+\\.\\w+).*", "$1");
      try (JarFile jar = new JarFile(ForkedJvm.locationOf(member))) {
        for (JarEntry entry : java.util.Collections.list(jar.entries())) {
          String path = entry.getName();
          if (path.endsWith(".class") && path.startsWith(packaged.replace('.', '/'))) {
            try (InputStream in = jar.getInputStream(entry)) {
              add(path.substring(0, path.length() - 6).replace('/', '.'), in.readAllBytes());
            }
          }
        }
      }
    }

    private void add(String name, byte[] bytes) throws IOException {
      ClassHeader header = ClassHeader.of(bytes);
      assertThat(header).isNotNull();
      if (header.major() < 51) {
        others.put(name, bytes);
        return;
      }
      byte[] result =
          weaver.weave(
              this,
              header,
              bytes,
              new Wanted(
                  Laboratory.everythingOf(header, bytes),
                  Set.of(),
                  Map.of(),
                  Laboratory.everyCallOf(bytes)));
      if (result == null) {
        others.put(name, bytes);
      } else {
        woven.put(name, result);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        byte[] bytes = woven.getOrDefault(name, others.get(name));
        if (loaded != null || bytes == null) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
