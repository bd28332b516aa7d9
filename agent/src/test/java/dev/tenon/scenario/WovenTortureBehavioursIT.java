package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.contract.Invariant;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The behaviours of {@link TortureBehavioursIT} that only weaving has. */
class WovenTortureBehavioursIT implements Scenario {

  @Test
  void an_invariant_holds_after_construction() {
    assertThatViolation(() -> new Heap(-1, "")).blames(SUPPLIER).of("<init>");
  }

  @Test
  void an_invariant_holds_after_construction_of_a_subclass_that_declares_nothing() {
    assertThatViolation(() -> new Pit()).blames(SUPPLIER).of("<init>").supplier(Pit.class);
  }

  @Test
  void a_mutation_that_breaks_an_invariant_fails_at_the_exit_of_the_outermost_call() {
    Modes.set("WovenTortureBehavioursIT$Heap", Mode.OBSERVE);
    Heap heap = new Heap(1, "");

    for (int i = 0; i < 3; i++) {
      assertThatRecord(() -> heap.dig(3)).blames(SUPPLIER).of("dig");
      assertThat(recordedBy(() -> heap.fill(20))).isEmpty();
    }
  }

  @Test
  void a_constructor_has_preconditions() {
    List<String> ran = new ArrayList<>();

    assertThatViolation(() -> new Parcel(ran, "")).blames(CLIENT).quoting("!to.isEmpty()");
    assertThat(ran).isEmpty();
  }

  @Test
  void a_constructor_that_declares_a_checked_exception_has_its_precondition_first() {
    List<String> ran = new ArrayList<>();

    assertThatViolation(() -> new Parcel(ran, "")).blames(CLIENT);
    assertThatThrownBy(() -> new Parcel(ran, "nowhere")).isExactlyInstanceOf(IOException.class);
    assertThat(ran).containsExactly("nowhere");
  }

  @Test
  void the_clauses_of_an_abstract_class_are_enforced_in_the_implementation() {
    Abstract concrete = new Concrete();

    assertThatViolation(() -> concrete.step(-1)).blames(CLIENT).supplier(Concrete.class);
  }

  @Invariant("height >= 0")
  static class Heap {

    int height;

    Heap(int height, String name) {
      this.height = height + name.length();
    }

    void dig(int times) {
      height -= 5;
      if (times > 1) {
        dig(times - 1);
      }
    }

    void fill(int by) {
      height += by;
    }
  }

  private static final class Pit extends Heap {
    Pit() {
      super(1, "");
      height = -1;
    }
  }

  static final class Parcel {
    @Requires("!to.isEmpty()")
    Parcel(List<String> ran, String to) throws IOException {
      ran.add(to);
      if (to.equals("nowhere")) {
        throw new IOException();
      }
    }
  }

  abstract static class Abstract {
    @Requires("n >= 0")
    abstract int step(int n);
  }

  private static final class Concrete extends Abstract {
    @Override
    int step(int n) {
      return n;
    }
  }
}
