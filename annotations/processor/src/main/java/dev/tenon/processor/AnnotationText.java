package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Clause;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Contract;
import dev.tenon.model.Expression;
import dev.tenon.model.NodeText;
import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a contract as the annotation that its companion carries. */
final class AnnotationText {

  /** What the text names without its package, where nothing else has the name. */
  static final List<String> NAMES =
      List.of("CompiledContract", "CompiledOperation", "CompiledClause", "ConstrainedOperation");

  static final String PACKAGE = "dev.tenon.contract.companion.";

  /** A constant has at most 65,535 bytes, a character at most three. */
  private static final int PIECE = 21_000;

  private final List<String> free;

  /** Knows which names mean nothing else. */
  AnnotationText(List<String> free) {
    this.free = free;
  }

  private String at(String name) {
    return "@" + (free.contains(name) ? "" : PACKAGE) + name + "(";
  }

  String of(Contract contract, int unpromised) {
    return at("CompiledContract")
        + "format = "
        + CompiledContract.FORMAT
        + ", type = "
        + JavaText.literal(contract.type())
        + ", source = "
        + JavaText.literal(contract.source())
        + ", fingerprint = "
        + JavaText.literal(contract.fingerprint())
        + ", operations = "
        + all(contract.operations(), this::operation)
        + unlessEmpty("constrained", contract.constrained(), each -> all(each, this::constrained))
        + (unpromised < 0 ? "" : ", unpromised = " + unpromised)
        + ")\n";
  }

  private String constrained(ConstrainedOperation operation) {
    return "\n  "
        + at("ConstrainedOperation")
        + "name = "
        + JavaText.literal(operation.name())
        + ", descriptor = "
        + JavaText.literal(operation.descriptor())
        + ", parameters = "
        + JavaText.literals(operation.parameters())
        + ", line = "
        + operation.line()
        + ")";
  }

  private String operation(Operation operation) {
    return "\n  "
        + at("CompiledOperation")
        + "name = "
        + JavaText.literal(operation.name())
        + ", descriptor = "
        + JavaText.literal(operation.descriptor())
        + (operation.isStatic() ? ", isStatic = true" : "")
        + ", parameters = "
        + JavaText.literals(operation.parameters())
        + unlessEmpty("old", operation.old(), JavaText::literals)
        + (operation.guardedCapture() ? ", guardedCapture = true" : "")
        + ", clauses = "
        + all(operation.clauses(), this::clause)
        + ")";
  }

  private String clause(Clause clause) {
    List<Integer> sensitive =
        IntStream.range(0, clause.expressions().size())
            .filter(number -> clause.expressions().get(number).sensitive())
            .boxed()
            .toList();
    return "\n    "
        + at("CompiledClause")
        + "role = "
        + JavaText.literal(ReadOperation.role(clause.role()))
        + ", name = "
        + JavaText.literal(clause.name())
        + ", text = "
        + JavaText.literal(clause.text())
        + (clause.because().isEmpty() ? "" : ", because = " + JavaText.literal(clause.because()))
        + (clause.exception().isEmpty()
            ? ""
            : ", exception = " + JavaText.literal(clause.exception()))
        + ", line = "
        + clause.line()
        + (clause.leaf() ? ", leaf = true" : "")
        + unlessEmpty("old", clause.old(), JavaText::numbers)
        + unlessEmpty(
            "expressions",
            clause.expressions().stream().map(Expression::text).toList(),
            JavaText::literals)
        + unlessEmpty("sensitive", sensitive, JavaText::numbers)
        + ", tree = "
        + JavaText.literals(pieces(NodeText.of(clause.tree())))
        + ")";
  }

  /** Pieces that fit into a constant each; no character is torn apart. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > PIECE) {
      int end = start + PIECE - (Character.isHighSurrogate(text.charAt(start + PIECE - 1)) ? 1 : 0);
      pieces.add(text.substring(start, end));
      start = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static <T> String unlessEmpty(
      String member, List<T> values, Function<List<T>, String> writer) {
    return values.isEmpty() ? "" : ", " + member + " = " + writer.apply(values);
  }

  private static <T> String all(List<T> values, Function<T, String> writer) {
    return values.stream().map(writer).collect(Collectors.joining(", ", "{", "}"));
  }
}
