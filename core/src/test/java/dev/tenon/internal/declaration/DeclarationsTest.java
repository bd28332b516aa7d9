package dev.tenon.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.contract.Requires;
import dev.tenon.contract.companion.CompiledContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {

  @Test
  void a_type_without_clauses_is_silent() {
    assertThat(Declarations.of(Runnable.class)).isInstanceOf(Declaration.Silent.class);
    assertThat(Declarations.of(DeclarationsTest.class)).isInstanceOf(Declaration.Silent.class);
  }

  @Test
  void clauses_that_no_processor_compiled_are_not_enforceable() {
    Declaration declaration = Declarations.of(Uncompiled.class);

    assertThat(declaration).isInstanceOf(Declaration.Unenforceable.class);
    assertThat(((Declaration.Unenforceable) declaration).reason())
        .contains("the processor did not run")
        .contains("annotationProcessorPaths");
  }

  @Test
  void a_stale_companion_is_recognised() {
    Declaration declaration = Declarations.of(StaleSeam.class);

    assertThat(((Declaration.Unenforceable) declaration).reason()).startsWith("stale companion");
  }

  @Test
  void a_companion_of_another_format_is_recognised() {
    Declaration declaration = Declarations.of(FutureSeam.class);

    assertThat(((Declaration.Unenforceable) declaration).reason()).contains("another format");
  }

  @Test
  void what_binds_a_type_stands_from_the_most_general_to_the_most_special() {
    List<Class<?>> types = new ArrayList<>(Declarations.supertypes(Special.class));

    assertThat(types.indexOf(General.class)).isLessThan(types.indexOf(Middle.class));
    assertThat(types.indexOf(Middle.class)).isLessThan(types.indexOf(Special.class));
  }

  interface Uncompiled {
    @Requires("x > 0")
    void take(int x);
  }

  private interface General {}

  private interface Middle extends General {}

  private static final class Special implements Middle, General {}
}

/** Its companion was compiled from another text. */
interface StaleSeam {
  @Requires("x > 0")
  void take(int x);
}

@CompiledContract(
    format = CompiledContract.FORMAT,
    type = "dev.tenon.internal.declaration.StaleSeam",
    source = "DeclarationsTest.java",
    fingerprint = "0",
    operations = {})
final class StaleSeam$$Contract {
  private StaleSeam$$Contract() {}
}

/** Its companion comes from a later processor. */
interface FutureSeam {
  @Requires("x > 0")
  void take(int x);
}

@CompiledContract(
    format = CompiledContract.FORMAT + 1,
    type = "dev.tenon.internal.declaration.FutureSeam",
    source = "DeclarationsTest.java",
    fingerprint = "0",
    operations = {})
final class FutureSeam$$Contract {
  private FutureSeam$$Contract() {}
}
