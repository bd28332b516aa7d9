package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.verdict.Rendering;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What core keeps of a class goes with the class or with core. */
class KeptTest {

  /** Of the loader above the copies of core. */
  interface Vault {
    @Requires("amount > 0")
    void withdraw(long amount);
  }

  record Price(long cents) {}

  private static final class Lengths extends Kept<StringBuilder> {
    @Override
    protected StringBuilder compute(Class<?> type) {
      return new StringBuilder(type.getName());
    }
  }

  /** Brings core anew although its parent has one. */
  private static final class OwnCore extends URLClassLoader {

    OwnCore() {
      super(
          new URL[] {Kept.class.getProtectionDomain().getCodeSource().getLocation()},
          KeptTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        boolean isOwn =
            name.startsWith("dev.tenon.internal.declaration.")
                || name.startsWith("dev.tenon.verdict.");
        if (loaded != null) {
          return loaded;
        }
        return isOwn ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }

  @Test
  void it_is_worked_out_once_for_each_class() {
    Lengths lengths = new Lengths();
    assertThat(lengths.of(String.class)).isSameAs(lengths.of(String.class));
    assertThat(lengths.of(KeptTest.class)).isSameAs(lengths.of(KeptTest.class));
    assertThat(lengths.of(KeptTest.class)).hasToString(KeptTest.class.getName());
  }

  @Test
  void a_core_goes_before_the_classes_that_it_read() throws Exception {
    WeakReference<ClassLoader> core = readWithOwnCore();
    for (int i = 0; i < 20 && core.get() != null; i++) {
      System.gc();
    }
    assertThat(core.get()).isNull();
  }

  private static WeakReference<ClassLoader> readWithOwnCore() throws Exception {
    try (OwnCore core = new OwnCore()) {
      Class<?> declarations = core.loadClass(Declarations.class.getName());
      assertThat(declarations).isNotSameAs(Declarations.class);
      for (Class<?> type : List.of(String.class, KeptTest.class, Vault.class)) {
        declarations.getMethod("binding", Class.class).invoke(null, type);
      }
      Class<?> rendering = core.loadClass(Rendering.class.getName());
      Object shown =
          rendering
              .getMethod("render", Object.class)
              .invoke(rendering.getConstructor(boolean.class).newInstance(false), new Price(1));
      assertThat(shown).isEqualTo("Price[cents=1]");
      return new WeakReference<>(core);
    }
  }
}
