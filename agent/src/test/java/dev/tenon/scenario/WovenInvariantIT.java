package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static dev.tenon.verdict.ClauseKind.INVARIANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.model.Mode;
import dev.tenon.verdict.Cause;
import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Site;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invariants where only weaving reaches: of classes, records and enums, and in constructors. */
class WovenInvariantIT implements Scenario {

  @Test
  void an_object_that_is_made_wrong_blames_its_class() {
    assertThatViolation(() -> new Jar(11, 10))
        .blames(SUPPLIER)
        .isA(INVARIANT)
        .of("<init>")
        .quoting("level <= size")
        .seeing("level", "11")
        .client(WovenInvariantIT.class, "an_object_that_is_made_wrong_blames_its_class")
        .supplier(Jar.class);
  }

  @Test
  void a_chain_of_constructors_is_judged_once_and_at_its_end() {
    Modes.set("WovenInvariantIT$Jar", Mode.OBSERVE);

    assertThatRecord(() -> new Jar("11")).of("<init>").seeing("level", "11");
    // The inner constructor leaves it false, the outer one mends it.
    assertThat(recordedBy(() -> new Jar())).isEmpty();
  }

  @Test
  void a_subclass_that_declares_nothing_keeps_it_too() {
    assertThat(recordedBy(() -> new MendingJar())).isEmpty();
    assertThatViolation(() -> new OverfullJar()).blames(SUPPLIER).supplier(OverfullJar.class);
    assertThatViolation(() -> new MendingJar().overflow())
        .blames(SUPPLIER)
        .of("overflow")
        .supplier(MendingJar.class);
  }

  @Test
  void a_subclass_that_is_made_wrong_is_recorded_once() {
    Modes.set("WovenInvariantIT$Jar", Mode.OBSERVE);

    assertThatRecord(() -> new OverfullJar()).blames(SUPPLIER);
  }

  @Test
  void an_object_may_be_wrong_while_it_is_made() {
    assertThat(recordedBy(() -> new FillingJar(3))).isEmpty();
    assertThat(recordedBy(() -> new FillingJar(4))).isEmpty();
  }

  @Test
  void another_object_that_is_made_wrong_by_a_constructor_is_the_suppliers() {
    Modes.set("WovenInvariantIT$Nest", Mode.OBSERVE);

    for (int i = 0; i < 3; i++) {
      assertThatRecord(() -> new Nest(1)).blames(SUPPLIER).of("<init>").seeing("depth", "-1");
    }
  }

  @Test
  void a_constructor_that_throws_has_made_nothing_to_judge() {
    assertThat(
            recordedBy(
                () ->
                    assertThatThrownBy(() -> new Jar(null))
                        .isInstanceOf(NumberFormatException.class)
                        .hasNoSuppressedExceptions()))
        .isEmpty();
  }

  @Test
  void records_are_judged_when_they_are_made() {
    assertThatViolation(() -> new Range(2, 1))
        .blames(SUPPLIER)
        .isA(INVARIANT)
        .quoting("from <= to")
        .supplier(Range.class);
    assertThat(recordedBy(() -> assertThat(Range.upTo(3).length()).isEqualTo(3))).isEmpty();
  }

  @Test
  void a_subclass_that_a_framework_puts_in_front_opens_no_object() {
    Rack rack = new Rack$$SpringCGLIB$$0(new Rack());

    assertThatViolation(() -> rack.fill(11)).blames(SUPPLIER).of("fill").supplier(Rack.class);
    assertThatViolation(() -> rack.fill(12)).blames(SUPPLIER).of("fill").supplier(Rack.class);
    Rack itself = new Rack$$SpringCGLIB$$0(null);
    assertThatViolation(() -> itself.fill(11)).blames(SUPPLIER).of("fill").supplier(Rack.class);
    assertThatViolation(() -> itself.fill(12)).blames(SUPPLIER).of("fill").supplier(Rack.class);
  }

  @Test
  void enums_are_judged_too() {
    assertThatViolation(Lamp.BULB::dim).blames(SUPPLIER).quoting("watts > 0").supplier(Lamp.class);
  }

  @Test
  void an_abstract_class_may_stand_in_between() {
    Steady steady = new Steady();

    assertThat(recordedBy(() -> steady.tick())).isEmpty();
    assertThatViolation(steady::slip).blames(SUPPLIER).quoting("beat() >= 0").of("slip");
    // Of the abstract class, which says nothing of its own.
    assertThatViolation(steady::skip).blames(SUPPLIER).of("skip").supplier(Steady.class);
  }

  @Test
  void a_class_keeps_its_own_and_its_interfaces() {
    Both both = new Both();
    Modes.set("WovenInvariantIT$Beating", Mode.OBSERVE);
    Modes.set("WovenInvariantIT$Both", Mode.OBSERVE);

    assertThatRecord(() -> both.set(-1)).quoting("beat() >= 0").alsoFalse("beat != -1");
  }

  @Test
  void a_private_method_and_a_getter_are_no_exits() {
    Jar jar = new Jar(0, 10);
    Modes.set("WovenInvariantIT$Jar", Mode.OBSERVE);
    recordedBy(() -> jar.fill(100));

    assertThat(recordedBy(() -> assertThat(jar.level()).isEqualTo(100))).isEmpty();
    assertThat(recordedBy(() -> assertThat(jar).hasToString("100"))).isEmpty();
    assertThat(recordedBy(() -> assertThat(jar.counted()).isEqualTo(100))).isEmpty();
  }

  @Test
  void each_level_of_recursion_is_an_exit_and_only_the_outermost_counts() {
    Modes.set("WovenInvariantIT$Jar", Mode.OBSERVE);
    Jar wrong = new Jar(0, 10);
    Jar mended = new Jar(0, 10);

    for (int i = 0; i < 3; i++) {
      assertThatRecord(() -> wrong.recurse(5, 11)).blames(SUPPLIER).of("recurse");
      assertThat(recordedBy(() -> mended.recurse(5, 10))).isEmpty();
    }
  }

  @Test
  void another_object_of_the_class_inside_an_open_one_is_judged() {
    Modes.set("WovenInvariantIT$Jar", Mode.OBSERVE);

    for (int i = 0; i < 3; i++) {
      Jar from = new Jar(10, 10);
      Jar full = new Jar(10, 10);

      assertThatRecord(() -> from.pour(full)).blames(SUPPLIER).of("fill").seeing("level", "20");
    }
  }

  @Test
  void an_open_object_that_is_entered_again_from_outside_is_recorded_as_that() {
    Jar jar = new Jar(0, 10);

    for (int i = 0; i < 3; i++) {
      Violation reentry =
          assertThatRecord(() -> jar.overflowing(new Passer(jar)))
              .blames(CONTRACT)
              .isA(INVARIANT)
              .violation();

      assertThat(reentry.cause()).get().extracting(Cause::kind).isEqualTo(Cause.Kind.REENTRY);
    }
  }

  @Test
  void what_stays_wrong_after_that_is_the_suppliers() {
    Jar jar = new Jar(0, 10);
    List<Violation> recorded =
        recordedBy(
            () ->
                assertThatViolation(() -> jar.overflowing(new Breaker(jar)))
                    .blames(SUPPLIER)
                    .of("overflowing"));

    assertThat(recorded).extracting(Violation::blamed).containsExactly(CONTRACT, SUPPLIER);
  }

  @Test
  void what_a_call_from_a_lambda_of_its_own_does_is_the_objects_own() {
    Jar jar = new Jar(0, 10);

    for (int i = 0; i < 3; i++) {
      assertThat(recordedBy(jar::overflowingByItself)).isEmpty();
    }
  }

  @Test
  void a_refused_precondition_is_judged_before_any_invariant() {
    Jar jar = new Jar(0, 10);

    assertThatViolation(() -> jar.fill(-1)).blames(CLIENT).quoting("by >= 0");
  }

  @Test
  void an_exceptional_exit_is_an_exit() {
    Jar jar = new Jar(0, 10);

    Throwable thrown = catchThrowable(() -> jar.spill(11));

    assertThat(thrown).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(ContractViolation.class);
    // What it throws inside its own calls it may mend.
    assertThat(recordedBy(jar::spillAndMend)).isEmpty();
    assertThat(recordedBy(jar::spillAndMend)).isEmpty();
  }

  @Test
  void an_invariant_that_makes_objects_of_its_class_ends() {
    assertThat(recordedBy(() -> new Copying(1).touch())).isEmpty();
    assertThatViolation(() -> new Copying(-1)).blames(SUPPLIER);
  }

  @Test
  void threads_in_calls_of_their_own_do_not_open_each_others_objects() {
    Jar open = new Jar(0, 10);
    List<Throwable> seen = new ArrayList<>();
    Jar others = new Jar(0, 10);
    Runnable breaking = () -> seen.add(catchThrowable(() -> others.fill(11)));

    List<Violation> recorded =
        recordedBy(
            () ->
                open.overflowing(
                    () -> {
                      // The first is from before it was counted whether calls overlap.
                      join(new Thread(breaking));
                      join(new Thread(breaking));
                    }));

    assertThat(seen).last().isInstanceOf(ContractViolation.class);
    assertThat(recorded).last().extracting(Violation::blamed).isEqualTo(SUPPLIER);
    assertThat(recorded)
        .extracting(Violation::supplier)
        .extracting(Site::method)
        .containsOnly("fill");
  }

  private static void join(Thread thread) {
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Passer(Jar jar) implements Runnable {
    @Override
    public void run() {
      jar.fill(0);
    }
  }

  private record Breaker(Jar jar) implements Runnable {
    @Override
    public void run() {
      jar.fill(50);
    }
  }

  /** A class with an invariant over its fields. */
  @Invariant(value = "level <= size", name = "fits")
  static class Jar {

    int level;
    int size;

    Jar(int level, int size) {
      this.level = level;
      this.size = size;
    }

    Jar(String level) {
      this(Integer.parseInt(level), 10);
    }

    Jar() {
      this(11, 10);
      level = 10;
    }

    final int level() {
      return level;
    }

    @Pure
    int counted() {
      int counted = 0;
      while (counted < level) {
        counted++;
      }
      return counted;
    }

    @Requires(value = "by >= 0", name = "more")
    void fill(int by) {
      change(by);
    }

    private void change(int by) {
      level += by;
    }

    void recurse(int depth, int end) {
      level = depth == 0 ? end : size + depth;
      if (depth > 0) {
        recurse(depth - 1, end);
      }
    }

    void pour(Jar other) {
      int all = level;
      level = size + 1;
      other.fill(all);
      level = 0;
    }

    void overflowing(Runnable meanwhile) {
      int before = level;
      level = size + 1;
      meanwhile.run();
      level = level == size + 1 ? before : level;
    }

    void overflowingByItself() {
      level = size + 1;
      Runnable own = () -> fill(1);
      own.run();
      level = 0;
    }

    void spill(int to) {
      level = to;
      throw new IllegalStateException();
    }

    void spillAndMend() {
      try {
        spill(size + 1);
      } catch (IllegalStateException expected) {
        level = 0;
      }
    }

    @Override
    public String toString() {
      return Integer.toString(level);
    }
  }

  private static final class MendingJar extends Jar {

    MendingJar() {
      super(11, 10);
      level = 0;
    }

    void overflow() {
      level = size + 1;
    }
  }

  private static final class OverfullJar extends Jar {

    OverfullJar() {
      super(0, 10);
      level = 11;
    }
  }

  /** Calls its own methods while it is made. */
  private static final class FillingJar extends Jar {

    FillingJar(int by) {
      super(0, 0);
      fill(by);
      size = by;
    }
  }

  /** Makes another while it is made. */
  @Invariant("depth >= 0")
  static class Nest {

    final int depth;

    Nest(int depth) {
      if (depth > 0) {
        new Nest(-1);
      }
      this.depth = depth;
    }
  }

  @Invariant("from <= to")
  record Range(int from, int to) {

    static Range upTo(int to) {
      return new Range(0, to);
    }

    int length() {
      return to - from;
    }
  }

  @Invariant("watts > 0")
  enum Lamp {
    BULB;

    int watts = 60;

    void dim() {
      watts -= 60;
    }
  }

  @Invariant("beat() >= 0")
  interface Beating {
    int beat();

    void tick();
  }

  abstract static class Halfway implements Beating {

    int beat;

    @Override
    public int beat() {
      return beat;
    }

    void skip() {
      beat = -2;
    }
  }

  static class Steady extends Halfway {

    @Override
    public void tick() {
      beat++;
    }

    void slip() {
      beat = -1;
    }
  }

  @Invariant("beat != -1")
  static final class Both extends Halfway {

    @Override
    public void tick() {
      beat++;
    }

    void set(int next) {
      beat = next;
    }
  }

  /** With room for ten. */
  @Invariant("filled() <= 10")
  static class Rack {

    private int filled;

    @Pure
    int filled() {
      return filled;
    }

    void fill(int places) {
      filled += places;
    }
  }

  /** As Spring generates them, before another object or for itself. */
  static class Rack$$SpringCGLIB$$0 extends Rack {

    private final Rack behind;

    Rack$$SpringCGLIB$$0(Rack behind) {
      this.behind = behind;
    }

    @Override
    void fill(int places) {
      if (behind == null) {
        super.fill(places);
      } else {
        behind.fill(places);
      }
    }
  }

  /** Its invariant makes a copy, which has one too. */
  @Invariant("n >= 0 && new Copying(n).copied() == n")
  static final class Copying {

    final int n;

    Copying(int n) {
      this.n = n;
    }

    int copied() {
      return touch();
    }

    int touch() {
      return n;
    }
  }
}
