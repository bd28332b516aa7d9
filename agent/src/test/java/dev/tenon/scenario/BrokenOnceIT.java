package dev.tenon.scenario;

import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Invariant;
import dev.tenon.contract.Throws;
import dev.tenon.model.Party;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;

/** What is found where a call ends is told once, whatever stands in front of the supplier. */
class BrokenOnceIT implements Scenario {

  /** A seam that says what it throws and what holds between its calls. */
  @Invariant("level() >= 0")
  public interface Vessel {

    int level();

    @Throws(IllegalStateException.class)
    void pour(int amount);
  }

  /** It does neither. */
  static final class LeakingVessel implements Vessel {

    private int level;

    @Override
    public int level() {
      return level;
    }

    @Override
    public void pour(int amount) {
      if (amount == 0) {
        throw new UnsupportedOperationException();
      }
      level -= amount;
    }
  }

  @EveryDoor
  void an_exception_that_no_clause_names(Door door) {
    Vessel vessel = door.guard(Vessel.class, new LeakingVessel());
    Throwable[] thrown = new Throwable[1];

    assertThat(recordedBy(() -> thrown[0] = catchThrowable(() -> vessel.pour(0)))).hasSize(1);
    assertThat(thrown[0]).isInstanceOf(UnsupportedOperationException.class);
    assertThat(thrown[0].getSuppressed()).hasSize(1);
  }

  @EveryDoor
  void an_invariant(Door door) {
    Vessel vessel = door.guard(Vessel.class, new LeakingVessel());

    assertThat(recordedBy(() -> catchThrowable(() -> vessel.pour(1))))
        .extracting(Violation::blamed)
        .containsExactly(Party.SUPPLIER);
    assertThat(catchThrowable(() -> vessel.pour(1))).isInstanceOf(ContractViolation.class);
  }
}
