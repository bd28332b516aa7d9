package dev.tenon.reference;

import dev.tenon.reference.Program.Statement;
import dev.tenon.reference.given.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the body of an operation.
 *
 * @param evaluation where its expressions are evaluated; parameters and fields may be set there
 */
record Body(Evaluation evaluation) {

  @Nullable Object run(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Return last) {
        return evaluation.of(last.value());
      }
      run(statement);
    }
    return null;
  }

  private void run(Statement statement) {
    if (statement instanceof Statement.SetField set) {
      evaluation.fields().put(set.field().name(), evaluation.of(set.value()));
    } else if (statement instanceof Statement.SetParameter set) {
      evaluation.names().put(set.parameter().name(), evaluation.of(set.value()));
    } else if (statement instanceof Statement.SetCell set) {
      setCell(set);
    } else if (statement instanceof Statement.ThrowIf thrown) {
      if (evaluation.isTrue(thrown.condition())) {
        throw new Raised(thrown.exception(), null);
      }
    } else if (statement instanceof Statement.Self self) {
      List<@Nullable Object> arguments = new ArrayList<>();
      self.arguments().forEach(argument -> arguments.add(evaluation.of(argument)));
      evaluation.calls().call(self.operation(), arguments);
    } else if (statement instanceof Statement.Switch change) {
      evaluation.calls().call(Statement.Switch.CALL, List.of(change.rule()));
    } else if (statement instanceof Statement.Call above) {
      List<@Nullable Object> arguments = new ArrayList<>();
      above.arguments().forEach(argument -> arguments.add(evaluation.of(argument)));
      evaluation.calls().call(above.method(), arguments);
    }
  }

  /** Java evaluates the argument before it finds that the receiver is null. */
  private void setCell(Statement.SetCell set) {
    Cell cell = (Cell) evaluation.of(set.cell());
    int value = (Integer) Objects.requireNonNull(evaluation.of(set.value()));
    if (cell == null) {
      throw new NullPointerException();
    }
    cell.set(value);
  }
}
