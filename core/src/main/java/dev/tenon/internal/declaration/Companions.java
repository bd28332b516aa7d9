package dev.tenon.internal.declaration;

import dev.tenon.contract.companion.CompiledClause;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.CompiledOperation;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Expression;
import dev.tenon.model.NodeText;
import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Turns the annotations of a companion into the model. */
final class Companions {

  private Companions() {}

  static Contract contract(CompiledContract compiled) {
    return new Contract(
        compiled.type(),
        compiled.source(),
        compiled.fingerprint(),
        Arrays.stream(compiled.operations()).map(Companions::operation).toList());
  }

  private static Operation operation(CompiledOperation compiled) {
    return new Operation(
        compiled.name(),
        compiled.descriptor(),
        compiled.isStatic(),
        List.of(compiled.parameters()),
        Arrays.stream(compiled.clauses()).map(Companions::clause).toList(),
        List.of(compiled.old()),
        compiled.guardedCapture());
  }

  private static Clause clause(CompiledClause compiled) {
    return new Clause(
        Clause.Role.valueOf(compiled.role().toUpperCase(Locale.ROOT)),
        compiled.name(),
        compiled.text(),
        compiled.because(),
        compiled.exception(),
        compiled.line(),
        compiled.leaf(),
        IntStream.of(compiled.old()).boxed().toList(),
        expressions(compiled),
        NodeText.read(String.join("", compiled.tree())));
  }

  private static List<Expression> expressions(CompiledClause compiled) {
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < compiled.expressions().length; i++) {
      boolean sensitive = Arrays.binarySearch(compiled.sensitive(), i) >= 0;
      expressions.add(new Expression(compiled.expressions()[i], sensitive));
    }
    return expressions;
  }
}
