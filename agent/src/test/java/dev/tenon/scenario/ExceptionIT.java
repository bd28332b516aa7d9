package dev.tenon.scenario;

import static dev.tenon.model.Party.CLIENT;
import static dev.tenon.model.Party.CONTRACT;
import static dev.tenon.model.Party.SUPPLIER;
import static dev.tenon.scenario.ViolationAssert.assertThatRecord;
import static dev.tenon.scenario.ViolationAssert.assertThatViolation;
import static dev.tenon.scenario.ViolationAssert.recordedBy;
import static dev.tenon.verdict.ClauseKind.EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.Seams;
import dev.tenon.contract.Throws;
import dev.tenon.ledger.Note;
import dev.tenon.model.Mode;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What may be thrown, what must be, and what holds afterwards. */
class ExceptionIT implements Scenario {

  @EveryDoor
  void a_call_that_should_have_thrown_blames_the_supplier(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed());

    assertThatViolation(() -> desk.serve(1))
        .blames(SUPPLIER)
        .isA(EXCEPTION)
        .of("serve")
        .quoting("isClosed()")
        .seeing("isClosed()", "true")
        .seeing("thrown", "nothing")
        .client(ExceptionIT.class, "a_call_that_should_have_thrown_blames_the_supplier")
        .supplier(ScriptedDesk.class);
  }

  @EveryDoor
  void an_observed_one_is_recorded_and_its_result_passes(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed());
    Modes.set("Desk", Mode.OBSERVE);

    assertThatRecord(() -> assertThat(desk.serve(1)).isEqualTo(1)).blames(SUPPLIER).isA(EXCEPTION);
  }

  @EveryDoor
  void what_must_be_thrown_may_be_thrown(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed().throwing(new Desk.Shut()));

    assertThat(recordedBy(() -> throwing(() -> desk.serve(1)))).isEmpty();
  }

  @EveryDoor
  void a_subtype_of_it_will_do(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed().throwing(new Desk.ShutForLunch()));

    assertThat(recordedBy(() -> throwing(() -> desk.serve(1)))).isEmpty();
  }

  @EveryDoor
  void another_exception_than_the_one_that_must_be_thrown_will_not(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed().throwing(new IOException()));

    assertThatRecord(() -> throwing(() -> desk.serve(1)))
        .blames(SUPPLIER)
        .isA(EXCEPTION)
        .quoting("isClosed()")
        .seeing("thrown", "java.io.IOException");
  }

  @EveryDoor
  void an_exception_with_a_condition_may_be_thrown_only_then(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(new Desk.Shut()));

    assertThatRecord(() -> throwing(() -> desk.serve(1)))
        .blames(SUPPLIER)
        .isA(EXCEPTION)
        .quoting("isClosed()")
        .seeing("isClosed()", "false")
        .supplier(ScriptedDesk.class);
  }

  @EveryDoor
  void an_exception_without_a_condition_may_be_thrown_at_any_time(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(new EOFException()));

    assertThat(recordedBy(() -> throwing(() -> desk.serve(1)))).isEmpty();
  }

  @EveryDoor
  void the_condition_counts_as_it_was_at_entry(Door door) {
    Desk opening =
        door.guard(Desk.class, ScriptedDesk.closed().leaving(false).throwing(new Desk.Shut()));
    Desk closing =
        door.guard(Desk.class, ScriptedDesk.open().leaving(true).throwing(new Desk.Shut()));
    Desk silent = door.guard(Desk.class, ScriptedDesk.open().leaving(true));

    assertThat(recordedBy(() -> throwing(() -> opening.serve(1)))).isEmpty();
    assertThatRecord(() -> throwing(() -> closing.serve(1))).quoting("isClosed()");
    assertThat(recordedBy(() -> silent.serve(1))).isEmpty();
  }

  @EveryDoor
  void what_the_list_does_not_name_breaks_it_whatever_java_allows(Door door) {
    for (Exception unnamed : List.of(new SQLException(), new IllegalStateException())) {
      Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(unnamed));

      assertThatRecord(() -> throwing(() -> desk.serve(1)))
          .blames(SUPPLIER)
          .isA(EXCEPTION)
          .seeing("thrown", unnamed.getClass().getName() + " (no @Throws names it)");
    }
  }

  @EveryDoor
  void errors_pass_whatever_the_list_says(Door door) {
    for (Error error : List.of(new AssertionError(), new OutOfMemoryError())) {
      Desk open = door.guard(Desk.class, ScriptedDesk.open().throwing(error));
      Desk closed = door.guard(Desk.class, ScriptedDesk.closed().throwing(error));

      assertThat(recordedBy(() -> throwing(() -> open.serve(1)))).isEmpty();
      assertThat(recordedBy(() -> throwing(() -> closed.serve(1)))).isEmpty();
    }
  }

  @EveryDoor
  void a_violation_on_its_way_out_is_no_exception_of_the_supplier(Door door) {
    Desk inner = door.guard(Desk.class, ScriptedDesk.open());
    Parsing outer =
        door.guard(
            Parsing.class,
            text -> {
              try {
                return inner.serve(-1);
              } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
              }
            });

    assertThatViolation(() -> outer.parse("1")).blames(CLIENT).of("serve");
  }

  @EveryDoor
  void what_holds_after_an_exception_is_asked_with_old_values(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed().throwing(new Desk.Shut()).counting(2));

    assertThatRecord(() -> throwing(() -> desk.serve(1)))
        .blames(SUPPLIER)
        .isA(EXCEPTION)
        .quoting("served() == old(served())")
        .seeing("served()", "2")
        .seeing("old(served())", "0");
  }

  @EveryDoor
  void what_holds_after_one_exception_is_not_owed_after_another(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(new IOException()).counting(2));

    assertThat(recordedBy(() -> throwing(() -> desk.serve(1)))).isEmpty();
  }

  @EveryDoor
  void a_call_whose_precondition_was_false_owes_no_exception(Door door) {
    Modes.set("Desk.serve#positive", Mode.OBSERVE);
    Desk throwing = door.guard(Desk.class, ScriptedDesk.open().throwing(new SQLException()));
    Desk silent = door.guard(Desk.class, ScriptedDesk.closed());

    assertThatRecord(() -> throwing(() -> throwing.serve(-1))).blames(CLIENT);
    assertThatRecord(() -> silent.serve(-1)).blames(CLIENT);
  }

  @EveryDoor
  void a_condition_that_throws_decides_nothing(Door door) {
    Desk silent = door.guard(Desk.class, ScriptedDesk.open());
    Desk throwing = door.guard(Desk.class, ScriptedDesk.open().throwing(new Desk.Shut()));

    assertThatRecord(() -> silent.call(null)).blames(CONTRACT).isA(EXCEPTION);
    assertThatRecord(() -> throwing(() -> throwing.call(null)))
        .blames(CONTRACT)
        .isA(EXCEPTION)
        .quoting("name.isEmpty()");
  }

  @EveryDoor
  void a_condition_that_throws_does_not_open_the_list(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(new ArithmeticException()));

    assertThatRecord(() -> throwing(() -> desk.call(null))).blames(SUPPLIER).isA(EXCEPTION);
  }

  @EveryDoor
  void an_exception_clause_that_is_off_demands_nothing(Door door) {
    Desk silent = door.guard(Desk.class, ScriptedDesk.closed());
    Desk throwing = door.guard(Desk.class, ScriptedDesk.open().throwing(new Desk.Shut()));
    Modes.set("Desk.serve#shut", Mode.OFF);

    assertThat(recordedBy(() -> silent.serve(1))).isEmpty();
    assertThat(recordedBy(() -> throwing(() -> throwing.serve(1)))).isEmpty();
  }

  @EveryDoor
  void a_lambda_owes_its_exceptions(Door door) {
    Parsing parsing = door.guard(Parsing.class, Integer::parseInt);
    Parsing lenient = door.guard(Parsing.class, text -> 0);

    assertThat(recordedBy(() -> assertThat(parsing.parse("7")).isEqualTo(7))).isEmpty();
    assertThatThrownBy(() -> parsing.parse("")).isInstanceOf(NumberFormatException.class);
    assertThatRecord(() -> throwing(() -> parsing.parse("x"))).blames(SUPPLIER).isA(EXCEPTION);
    assertThatViolation(() -> lenient.parse("")).blames(SUPPLIER).quoting("text.isEmpty()");
  }

  @EveryDoor
  void an_override_without_clauses_keeps_the_list_closed(Door door) {
    Parsing parsing = door.guard(Parsing.class, new Nested());

    assertThatRecord(() -> throwing(() -> parsing.parse("x")))
        .blames(SUPPLIER)
        .supplier(Nested.class);
  }

  @EveryDoor
  void each_declaration_closes_a_list_of_its_own(Door door) {
    Parsing parsing = door.guard(Parsing.class, new Wider());

    // What the class allows itself the seam does not.
    assertThatRecord(() -> throwing(() -> parsing.parse("x")))
        .blames(SUPPLIER)
        .seeing("thrown", "java.lang.IllegalStateException (no @Throws names it)");
  }

  @EveryDoor
  void an_unchecked_exception_that_no_list_names_is_noted_and_blames_nobody(Door door) {
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(new ArithmeticException()));
    long before = noted(ArithmeticException.class);

    assertThat(recordedBy(() -> throwing(() -> desk.free(1)))).isEmpty();

    assertThat(noted(ArithmeticException.class)).isGreaterThan(before);
  }

  @EveryDoor
  void what_is_checked_or_listed_or_owed_by_nobody_is_not_noted(Door door) {
    Modes.set("Desk", Mode.OBSERVE);
    Desk checked = door.guard(Desk.class, ScriptedDesk.open().throwing(new IOException()));
    Desk unowed = door.guard(Desk.class, ScriptedDesk.open().throwing(new ClassCastException()));
    List<Note> before = Seams.ledger().notes();

    throwing(() -> checked.free(1));
    throwing(() -> unowed.free(-1));
    throwing(() -> unowed.serve(1));

    assertThat(Seams.ledger().notes()).isEqualTo(before);
  }

  private static long noted(Class<?> exception) {
    return Seams.ledger().notes().stream()
        .filter(note -> note.seam().equals(Desk.class.getName()))
        .filter(note -> note.operation().equals("free"))
        .filter(note -> note.exception().equals(exception.getName()))
        .mapToLong(Note::times)
        .sum();
  }

  private static void throwing(ThrowingCallable call) {
    assertThatThrownBy(call).isNotNull();
  }

  /** A seam for lambdas. */
  public interface Parsing {
    @Throws(value = NumberFormatException.class, when = "text.isEmpty()")
    int parse(String text);
  }

  private static class Nested implements Parsing {
    @Override
    public int parse(String text) {
      throw new IllegalStateException(text);
    }
  }

  static final class Wider implements Parsing {
    @Override
    @Throws(IllegalStateException.class)
    public int parse(String text) {
      throw new IllegalStateException(text);
    }
  }
}
