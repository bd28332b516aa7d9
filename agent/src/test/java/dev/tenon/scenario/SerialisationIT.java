package dev.tenon.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenon.verdict.ContractViolation;
import dev.tenon.verdict.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A violation goes where an exception can: to another JVM, a queue, a log of objects. */
class SerialisationIT implements Scenario {

  @EveryDoor
  void a_violation_of_each_kind_survives_it(Door door) {
    Vault vault = door.guard(Vault.class, new LossyVault());
    Span span = door.guard(Span.class, new LooseSpan());
    Desk desk = door.guard(Desk.class, ScriptedDesk.closed());
    List<String> kinds = new ArrayList<>();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> vault.withdraw(-1),
            () -> vault.withdraw(1),
            () -> span.low(11),
            () -> desk.serve(1))) {
      ContractViolation thrown = (ContractViolation) catchThrowable(call);
      Violation written = thrown.violation();
      Violation read = copy(thrown).violation();

      assertThat(read.text()).isEqualTo(written.text());
      assertThat(read).usingRecursiveComparison().isEqualTo(written);
      kinds.add(read.kind().name());
    }
    assertThat(kinds).containsExactly("PRECONDITION", "GUARANTEE", "INVARIANT", "EXCEPTION");
  }

  @EveryDoor
  void one_that_an_exception_carries_survives_with_it(Door door) {
    SQLException own = new SQLException("own");
    Desk desk = door.guard(Desk.class, ScriptedDesk.open().throwing(own));
    catchThrowable(() -> desk.serve(1));

    Throwable[] read = copy(own).getSuppressed();

    assertThat(read).singleElement().isInstanceOf(ContractViolation.class);
    assertThat(read[0]).hasMessage(own.getSuppressed()[0].getMessage());
  }

  @SuppressWarnings("unchecked") // a copy is of the class of what it is a copy of
  private static <T> T copy(T object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
