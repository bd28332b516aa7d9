package dev.tenon.scenario;

import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.Seams;
import dev.tenon.model.Mode;
import dev.tenon.verdict.ContractViolation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;

/** The exception of the supplier stays what it is; the violation travels with it. */
class ExceptionCarriesIT implements Scenario {

  @EveryDoor
  void the_client_gets_the_same_exception_with_the_violation_suppressed(Door door) {
    SQLException own = new SQLException("own");
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));

    assertThat(catchThrowable(() -> desk.serve(1))).isSameAs(own).hasMessage("own").hasNoCause();

    assertThat(own.getSuppressed()).singleElement().isInstanceOf(ContractViolation.class);
    ContractViolation carried = (ContractViolation) own.getSuppressed()[0];
    assertThat(carried.violation().blamed()).isEqualTo(SUPPLIER);
    assertThat(Seams.ledger().recent()).last().isEqualTo(carried.violation());
  }

  @EveryDoor
  void an_observed_violation_is_not_attached(Door door) {
    Modes.set("Desk", Mode.OBSERVE);
    SQLException own = new SQLException();
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));

    assertThatRecord(() -> assertThat(catchThrowable(() -> desk.serve(1))).isSameAs(own))
        .blames(SUPPLIER);
    assertThat(own.getSuppressed()).isEmpty();
  }

  @EveryDoor
  void one_instance_carries_one_violation_and_each_is_recorded(Door door) {
    SQLException own = new SQLException();
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));

    assertThat(
            recordedBy(
                () -> {
                  catchThrowable(() -> desk.serve(1));
                  catchThrowable(() -> desk.serve(2));
                }))
        .hasSize(2);
    assertThat(own.getSuppressed()).hasSize(1);
  }

  @EveryDoor
  void what_the_application_has_attached_stays(Door door) {
    SQLException own = new SQLException();
    IllegalStateException attached = new IllegalStateException();
    own.addSuppressed(attached);
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));

    catchThrowable(() -> desk.serve(1));

    assertThat(own.getSuppressed()).hasSize(2).startsWith(attached);
  }

  @EveryDoor
  void one_that_can_carry_nothing_passes_and_is_recorded(Door door) {
    Desk.Shut own = new Desk.Shut(false);
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));

    assertThatRecord(() -> assertThat(catchThrowable(() -> desk.serve(1))).isSameAs(own))
        .blames(SUPPLIER);
    assertThat(own.getSuppressed()).isEmpty();
  }

  @EveryDoor
  void one_made_once_and_broken_again_and_again_carries_one(Door door) {
    Desk.Shut own = new Desk.Shut(true);
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));
    String fingerprint =
        assertThatRecord(() -> catchThrowable(() -> desk.serve(1))).violation().fingerprint();
    long before = Seams.ledger().count(fingerprint);
    int different = Seams.ledger().different();
    int times = door == Door.WOVEN ? 100_000 : 10_000;

    for (int i = 0; i < times; i++) {
      try {
        desk.serve(1);
      } catch (Exception expected) {
        assertThat(expected == own).isTrue();
      }
    }

    assertThat(own.getSuppressed()).hasSize(1);
    assertThat(Seams.ledger().count(fingerprint) - before).isEqualTo(times);
    assertThat(Seams.ledger().different()).isEqualTo(different);
  }

  @EveryDoor
  void behind_jdk_proxies_it_is_one_record_and_the_same_exception(Door door) {
    SQLException own = new SQLException();
    Desk supplier = door.guard(Desk.class, ScriptedDesk.open().throwing(own));
    Desk desk = passing(passing(supplier));

    assertThatRecord(() -> assertThat(catchThrowable(() -> desk.serve(1))).isSameAs(own))
        .blames(SUPPLIER)
        .supplier(ScriptedDesk.class);
    assertThat(own.getSuppressed()).hasSize(1);
  }

  @EveryDoor
  void in_front_of_a_jdk_proxy_too(Door door) {
    Modes.set("Desk", Mode.OBSERVE);
    Desk throwing =
        door.guard(Desk.class, passing(ScriptedDesk.open().throwing(new SQLException())));
    Desk silent = door.guard(Desk.class, passing(ScriptedDesk.closed()));

    assertThat(recordedBy(() -> catchThrowable(() -> throwing.serve(1)))).hasSize(1);
    assertThat(recordedBy(() -> silent.serve(1))).hasSize(1);
    // What was reported behind the proxies hides none of the next call.
    assertThat(recordedBy(() -> silent.serve(1))).hasSize(1);
  }

  private static Desk passing(Desk supplier) {
    return (Desk)
        Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(supplier, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @EveryDoor
  void the_fingerprint_is_the_same_through_every_door_and_whatever_was_thrown(Door door) {
    List<String> fingerprints =
        List.of(new SQLException(), new ArithmeticException()).stream()
            .map(own -> door.guard(Desk.class, ScriptedDesk.open().throwing(own)))
            .map(desk -> assertThatRecord(() -> catchThrowable(() -> desk.serve(1))))
            .map(record -> record.violation().fingerprint())
            .toList();

    assertThat(fingerprints).hasSize(2).containsOnly("79c0e991bf4f179c");
  }
}
