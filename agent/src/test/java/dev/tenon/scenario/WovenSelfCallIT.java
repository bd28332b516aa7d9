package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls through {@code this}, which no proxy sees. */
class WovenSelfCallIT implements Scenario {

  @EveryDoor
  void recursion_with_a_bad_argument_at_depth_two_is_caught_at_depth_two(Door door) {
    RecursingMirror supplier = new RecursingMirror();
    Mirror mirror = door.guard(Mirror.class, supplier);

    assertThatViolation(() -> mirror.dive(1))
        .blames(CLIENT)
        .quoting("n >= 0")
        .client(RecursingMirror.class, "dive");
    assertThat(supplier.depth).isEqualTo(2);
  }
}
