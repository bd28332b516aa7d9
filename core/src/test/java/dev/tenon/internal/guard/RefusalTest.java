package dev.tenon.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static final Object STATE = new Object();
  private static final List<Hole> HOLES = List.of(new Hole(Runnable.class, "why; do this"));

  private final Body body =
      new Body(
          new Implementation(
              RefusalTest.class,
              RefusalTest.class,
              "run",
              MethodType.methodType(void.class),
              false,
              null),
          null,
          null,
          List.of(),
          HOLES,
          List.of());

  private final MethodHandle entry =
      Refusal.entry(body, HOLES, MethodType.methodType(Object.class, Object.class, long.class));

  private final MethodHandle exit =
      Refusal.exit(
          body,
          HOLES,
          MethodType.methodType(
              void.class, Object.class, Throwable.class, Object.class, long.class));

  @Test
  void an_entry_names_the_seam_and_what_to_do() {
    assertThatThrownBy(() -> entry.invoke(this, 5L))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            RefusalTest.class.getName()
                + ".run is refused, since tenon is strict and java.lang.Runnable is not enforced:"
                + " why; do this");
  }

  @Test
  void each_call_has_an_exception_of_its_own() {
    assertThat(catchThrowable(() -> entry.invoke(this, 5L)))
        .isNotSameAs(catchThrowable(() -> entry.invoke(this, 5L)));
  }

  @Test
  void a_seam_that_is_off_is_not_refused() throws Throwable {
    Seams.policy().mode("java.lang.Runnable", Mode.OFF);
    try {
      assertThat(entry.invoke(this, 5L)).isNull();
    } finally {
      Seams.policy().reset("java.lang.Runnable");
    }
  }

  @Test
  void an_exit_refuses_the_result_of_a_call_that_was_checked_on_its_way_in() {
    assertThatThrownBy(() -> exit.invoke(STATE, null, this, 5L))
        .isInstanceOf(IllegalStateException.class);
    assertThatNoException().isThrownBy(() -> exit.invoke(null, null, this, 5L));
  }

  @Test
  void an_exit_never_replaces_the_exception_of_a_supplier() {
    assertThatNoException()
        .isThrownBy(() -> exit.invoke(STATE, new IllegalArgumentException(), this, 5L));
  }
}
