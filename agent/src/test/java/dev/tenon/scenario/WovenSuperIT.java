package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.model.Mode;
import dev.tenon.scenario.GeneratedForms.Open;
import dev.tenon.scenario.GeneratedForms.Taking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code super.take(-1)} and {@code child.take(-1)} look the same on the stack. */
class WovenSuperIT implements Scenario {

  @BeforeEach
  void observe() {
    Modes.set("GeneratedForms$Taking", Mode.OBSERVE);
  }

  @Test
  void a_call_of_super_is_no_handoff() {
    Taking taking = new Negating(null);

    assertThat(recordedBy(() -> taking.take(1))).isEmpty();
  }

  @Test
  void a_call_of_another_object_of_the_class_is_one() {
    Taking taking = new Negating(new Negating(new Open()));

    assertThatRecord(() -> taking.take(1)).blames(CLIENT).client(Negating.class, "take");
  }

  @Test
  void the_same_bad_call_twice_is_two() {
    Taking taking = new Negating(new Open());

    assertThat(
            recordedBy(
                () -> {
                  taking.take(1);
                  taking.take(1);
                }))
        .hasSize(2);
  }

  /** Hands on the negative, to another object or to the superclass. */
  private static final class Negating extends Open {

    private final Taking next;

    Negating(Taking next) {
      this.next = next;
    }

    @Override
    public int take(int n) {
      return next == null ? super.take(-n) : next.take(-n);
    }
  }
}
