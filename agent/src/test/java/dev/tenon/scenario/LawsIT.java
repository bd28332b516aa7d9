package dev.tenon.scenario;

import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.scenario.Weighing.Scales;
import dev.tenon.verdict.Citation;
import dev.tenon.verdict.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Laws that hold for all calls, tried with many; the seed of a failure is in its message. */
class LawsIT implements Scenario {

  private static final int TIMES = 400;

  @EveryDoor
  void an_override_never_removes_a_clause(Door door) {
    Weighing.observe();
    Draws draws = new Draws();
    List<Scales> guarded =
        Weighing.suppliers().stream().map(s -> door.guard(Scales.class, s)).toList();
    int broken = 0;

    for (int i = 0; i < TIMES; i++) {
      Weighing.Load load = draws.load();
      Set<String> expected = load.broken();
      broken += expected.isEmpty() ? 0 : 1;
      for (Scales scales : guarded) {
        Set<String> found = new TreeSet<>(texts(recordedBy(() -> end(scales, load))));
        found.retainAll(Weighing.OF_SEAM);

        assertThat(found)
            .as(draws + " %s of %s", load, Weighing.suppliers().get(guarded.indexOf(scales)))
            .isEqualTo(expected);
      }
    }
    assertThat(broken).as(draws.toString()).isBetween(TIMES / 4, TIMES - TIMES / 20);
  }

  @EveryDoor
  void a_holding_handoff_changes_nothing_that_crosses(Door door) {
    Draws draws = new Draws();
    int holding = 0;

    for (int i = 0; i < TIMES; i++) {
      Weighing.Load load = draws.load();
      if (!load.broken().isEmpty()) {
        continue;
      }
      holding++;
      Weighing.Plain supplier = new Weighing.Plain();
      Scales scales = door.guard(Scales.class, supplier);

      List<Violation> recorded =
          recordedBy(
              () ->
                  assertThat(end(scales, load))
                      .as(draws + " %s", load)
                      .isSameAs(load.thrown() == null ? load.result() : load.thrown()));

      assertThat(recorded).as(draws + " %s", load).isEmpty();
      assertThat(supplier.received).as(draws.toString()).hasSize(1).allMatch(l -> l == load);
      assertThat(load.thrown() == null ? 0 : load.thrown().getSuppressed().length).isZero();
    }
    assertThat(holding).as(draws.toString()).isGreaterThan(TIMES / 20);
  }

  @EveryDoor
  void what_is_observed_is_what_is_enforced(Door door) {
    Draws draws = new Draws();
    int times = TIMES / 20;
    int broken = 0;

    for (int i = 0; i < times; i++) {
      Weighing.Load load = draws.load();
      for (Scales supplier : Weighing.suppliers()) {
        Scales scales = door.guard(Scales.class, supplier);
        Weighing.enforce();
        List<String> enforced = verdicts(recordedBy(() -> end(scales, load)));
        Weighing.observe();
        List<String> observed = verdicts(recordedBy(() -> end(scales, load)));
        broken += observed.isEmpty() ? 0 : 1;

        // What is refused owes nothing more.
        assertThat(observed.isEmpty()).as(draws + " %s", load).isEqualTo(enforced.isEmpty());
        assertThat(observed).as(draws + " %s", load).startsWith(enforced.toArray(String[]::new));
      }
    }
    assertThat(broken).as(draws.toString()).isGreaterThan(times);
  }

  @EveryDoor
  void nothing_in_front_changes_the_blame(Door door) {
    Weighing.observe();
    Draws draws = new Draws();
    int broken = 0;

    for (Scales supplier : Weighing.suppliers()) {
      Scales direct = door.guard(Scales.class, supplier);
      Map<String, Scales> behind = new LinkedHashMap<>();
      Weighing.fronts().forEach(front -> behind.put(front.name(), front.of(supplier, direct)));
      behind.put("as a subclass", door.guard(Scales.class, Weighing.subclassed(supplier)));

      for (int i = 0; i < TIMES / 4; i++) {
        Weighing.Load load = draws.load();
        List<String> verdicts = verdicts(recordedBy(() -> end(direct, load)));
        broken += verdicts.isEmpty() ? 0 : 1;
        behind.forEach(
            (name, scales) ->
                assertThat(verdicts(recordedBy(() -> end(scales, load))))
                    .as(draws + " %s of %s %s", load, supplier.getClass(), name)
                    .isEqualTo(verdicts));
      }
    }
    assertThat(broken).as(draws.toString()).isGreaterThan(TIMES);
  }

  @EveryDoor
  void a_checking_proxy_that_does_not_see_the_class_blames_the_same_party(Door door) {
    Weighing.observe();
    Draws draws = new Draws();
    int broken = 0;

    for (Scales supplier : Weighing.suppliers()) {
      Scales direct = door.guard(Scales.class, supplier);
      Scales behind = Weighing.behindJdkProxy(direct);

      for (int i = 0; i < TIMES / 4; i++) {
        Weighing.Load load = draws.load();
        List<String> blames = blames(recordedBy(() -> end(direct, load)));
        broken += blames.isEmpty() ? 0 : 1;

        assertThat(blames(recordedBy(() -> end(behind, load))))
            .as(draws + " %s of %s", load, supplier.getClass())
            .isEqualTo(blames);
      }
    }
    assertThat(broken).as(draws.toString()).isGreaterThan(TIMES);
  }

  /** What the client receives: a result, an exception of the supplier, or a violation. */
  private static Object end(Scales scales, Weighing.Load load) {
    Object[] result = new Object[1];
    Throwable thrown = catchThrowable(() -> result[0] = scales.weigh(load));
    return thrown == null ? result[0] : thrown;
  }

  private static List<String> texts(List<Violation> violations) {
    List<String> texts = new ArrayList<>();
    for (Violation each : violations) {
      texts.add(each.clause().text());
      each.also().stream().map(Citation::text).forEach(texts::add);
    }
    return texts;
  }

  private static List<String> verdicts(List<Violation> violations) {
    List<String> verdicts = new ArrayList<>();
    for (Violation each : violations) {
      verdicts.add(blame(each) + " " + each.isLatent() + " " + texts(List.of(each)));
    }
    return verdicts;
  }

  private static List<String> blames(List<Violation> violations) {
    return violations.stream().map(LawsIT::blame).toList();
  }

  /** Who, whose client, and for what: the fingerprint is about the clause and the components. */
  private static String blame(Violation violation) {
    return String.join(
        " ",
        violation.fingerprint(),
        violation.blamed().name(),
        violation.kind().name(),
        violation.client().className(),
        violation.client().method());
  }
}
