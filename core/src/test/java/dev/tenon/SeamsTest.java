package dev.tenon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.model.Reliance;
import dev.tenon.verdict.MalformedContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeamsTest {

  @Test
  void a_class_cannot_be_guarded() {
    assertThatThrownBy(() -> Seams.guard(ArrayList.class, new ArrayList<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "java.util.ArrayList is no interface: guard takes the seam, for example java.util.List");
  }

  @Test
  void an_interface_without_clauses_cannot_be_guarded() {
    assertThatThrownBy(() -> Seams.guard(List.class, new ArrayList<>()))
        .isInstanceOf(MalformedContract.class)
        .hasMessageContaining("java.util.List has no clauses");
  }

  @Test
  void a_sealed_seam_cannot_be_guarded() {
    assertThatThrownBy(() -> Seams.guard(Closed.class, new Only()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is sealed");
  }

  @Test
  void clauses_that_were_not_compiled_are_refused_not_ignored() {
    assertThatThrownBy(() -> Seams.guard(Uncompiled.class, x -> {}))
        .isInstanceOf(MalformedContract.class)
        .hasMessageContaining("the processor did not run");
  }

  @Test
  void what_is_no_view_is_refused() {
    assertThatThrownBy(() -> Seams.guard(List.class, new ArrayList<>(), Runnable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.Runnable is no view: say which seam it is about with @Assumes");
  }

  @Test
  void a_view_of_another_seam_is_refused() {
    assertThatThrownBy(() -> Seams.guard(Runnable.class, () -> {}, SilentView.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a view of java.util.Collection, not of java.lang.Runnable");
  }

  @Test
  void a_view_that_says_nothing_is_refused() {
    assertThatThrownBy(() -> Seams.guard(List.class, new ArrayList<>(), SilentView.class))
        .isInstanceOf(MalformedContract.class)
        .hasMessageContaining("says nothing: add @Requires, @Ensures, @Throws or constraints");
  }

  @Test
  void a_view_that_was_not_compiled_is_refused_not_ignored() {
    assertThatThrownBy(() -> Seams.guard(List.class, new ArrayList<>(), UncompiledView.class))
        .isInstanceOf(MalformedContract.class)
        .hasMessageContaining("UncompiledView is not enforced")
        .hasMessageContaining("the processor did not run");
  }

  @Test
  void nothing_is_active_without_an_agent() {
    assertThatThrownBy(Seams::requireActive)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no agent is attached")
        .hasMessageContaining("-javaagent:tenon-agent.jar");
  }

  @Test
  void no_seam_is_active_without_an_agent() {
    assertThatThrownBy(() -> Seams.requireActive(Uncompiled.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no agent is attached");
  }

  @Test
  void clauses_that_were_not_compiled_are_a_hole() {
    assertThat(Enforcement.holes(Uncompiled.class))
        .containsOnlyKeys(Uncompiled.class.getName())
        .hasEntrySatisfying(
            Uncompiled.class.getName(),
            why -> assertThat(why).contains("the processor did not run"));
  }

  @Test
  void an_interface_without_clauses_is_a_hole() {
    assertThat(Enforcement.holes(List.class))
        .hasEntrySatisfying(
            "java.util.List", why -> assertThat(why).startsWith("has no clauses, so that there"));
  }

  @Test
  void the_status_as_text_gives_each_seam_a_line_with_its_reason() {
    Status status =
        new Status(
            Optional.of("1.0"),
            List.of(
                new Status.SeamStatus("a.A", Status.State.WOVEN, "1 body"),
                new Status.SeamStatus("b.B", Status.State.NOT_ENFORCED, "why; fix")),
            List.of(
                new ViewStatus(
                    "c.View",
                    "a.A",
                    Status.State.WOVEN,
                    "2 calls",
                    List.of(
                        new Reliance("pay", "()J", "result > 0", List.of("result >= 1")),
                        new Reliance("pay", "()J", "result < 9", List.of()))),
                new ViewStatus("d.View", "b.B", Status.State.KNOWN, "", List.of())),
            List.of("a.A.pay#covered  switched off: why; fix"),
            2);

    assertThat(status.text().lines())
        .containsExactly(
            "tenon: agent 1.0, 2 seams, 2 views, 2 contained errors",
            "  a.A  woven: 1 body",
            "  b.B  NOT ENFORCED: why; fix",
            "  c.View  woven: 2 calls; relied on, promised by nobody:",
            "    pay: result < 9",
            "  d.View  no call loaded yet",
            "  a.A.pay#covered  switched off: why; fix");
    assertThat(status.notEnforced()).hasSize(1);
  }

  @Assumes(Collection.class)
  interface SilentView {}

  @Assumes(Collection.class)
  interface UncompiledView {
    @Ensures("result >= 0")
    int size();
  }

  interface Uncompiled {
    @Requires("x > 0")
    void take(int x);
  }

  sealed interface Closed permits Only {}

  private static final class Only implements Closed {}
}
