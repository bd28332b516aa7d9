package dev.tenon.scenario;

import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Invariant;
import dev.tenon.model.Party;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariants while an object of the same class is made. */
class WovenMakingIT implements Scenario {

  /** Breaks its invariant when told so. */
  @Invariant("level >= 0")
  static final class Tank {

    int level;

    Tank() {}

    Tank(Tank other, int level) {
      this.level = -1;
      settle();
      other.set(level);
      this.level = 0;
      if (level == 0) {
        throw new IllegalArgumentException();
      }
    }

    void set(int wanted) {
      this.level = wanted;
    }

    void settle() {
      Math.abs(level);
    }

    void inside() {
      level = -1;
      settle();
      level = 0;
    }
  }

  @BeforeEach
  void note_which_objects_are_open() {
    new Tank().inside();
  }

  @Test
  void an_object_may_be_inconsistent_while_it_is_made() {
    assertThat(recordedBy(() -> new Tank(new Tank(), 1))).isEmpty();
  }

  @Test
  void another_object_that_is_broken_meanwhile_is_recorded_when_the_constructor_ends() {
    assertThat(recordedBy(() -> new Tank(new Tank(), -1)))
        .extracting(Violation::blamed)
        .containsExactly(Party.SUPPLIER);
  }

  @Test
  void a_constructor_that_throws_leaves_nothing_behind() {
    Tank tank = new Tank();

    assertThat(catchThrowable(() -> new Tank(tank, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> tank.set(-1))).isInstanceOf(ContractViolation.class);
  }
}
