package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.ContractFor;
import dev.tenon.contract.Requires;
import dev.tenon.contract.companion.CompiledContract;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldersTest {

  private static final String HOLDER = UncompiledHolder.class.getName();

  @TempDir private Path folder;

  /** A loader of an application that has these names in its index of holders. */
  private URLClassLoader application(String... holders) throws IOException {
    Path file = folder.resolve("META-INF/services/dev.tenon.contract.ContractFor");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# holders\n" + String.join("\n", holders));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, HoldersTest.class.getClassLoader());
  }

  @Test
  void a_loader_sees_the_holders_of_its_indexes() throws IOException {
    try (URLClassLoader application = application(HOLDER)) {
      assertThat(Holders.targets(application)).containsExactly(Target.class.getName());
      assertThat(Holders.of(application, Target.class)).hasSize(1);
      assertThat(Holders.of(application, Runnable.class)).isEmpty();
    }
    assertThat(Holders.of(HoldersTest.class.getClassLoader(), Target.class)).isEmpty();
    assertThat(Holders.targets(null)).isEmpty();
  }

  @Test
  void what_cannot_be_enforced_is_said_of_the_target_with_the_name_of_the_holder()
      throws IOException {
    try (URLClassLoader application = application(HOLDER)) {
      assertThat(Declarations.binding(Supplier.class, application))
          .singleElement()
          .isInstanceOfSatisfying(
              Declaration.Unenforceable.class,
              not -> {
                assertThat(not.type()).isEqualTo(Target.class);
                assertThat(not.reason())
                    .startsWith("its holder " + HOLDER + ": no companion class");
              });
    }
  }

  @Test
  void a_stale_companion_is_recognised() throws IOException {
    try (URLClassLoader application = application(StaleHolder.class.getName())) {
      assertThat(Declarations.binding(Supplier.class, application))
          .singleElement()
          .isInstanceOfSatisfying(
              Declaration.Unenforceable.class,
              not -> assertThat(not.reason()).contains("StaleHolder: stale companion"));
    }
  }

  @Test
  void names_that_are_no_holders_are_left_out() throws IOException {
    try (URLClassLoader application = application("a.Gone", Target.class.getName())) {
      assertThat(Holders.targets(application)).isEmpty();
    }
  }

  @Test
  void a_holder_says_nothing_about_itself() {
    assertThat(Declarations.of(UncompiledHolder.class)).isInstanceOf(Declaration.Silent.class);
  }

  interface Target {
    void take(int x);
  }

  @ContractFor(Target.class)
  interface UncompiledHolder {
    @Requires("x > 0")
    void take(int x);
  }

  private static final class Supplier implements Target {
    @Override
    public void take(int x) {}
  }
}

/** Its companion was compiled from another text. */
@ContractFor(HoldersTest.Target.class)
interface StaleHolder {
  @Requires("x > 0")
  void take(int x);
}

@CompiledContract(
    format = CompiledContract.FORMAT,
    type = "dev.tenon.internal.declaration.HoldersTest$Target",
    source = "HoldersTest.java",
    fingerprint = "0",
    operations = {})
final class StaleHolder$$Contract {
  private StaleHolder$$Contract() {}
}
