package dev.tenon.processor;

import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Node;
import dev.tenon.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a contract as the annotation that its companion carries. */
final class AnnotationText {

  /** What the text names without a package. */
  static final List<String> NAMES =
      List.of("CompiledContract", "CompiledOperation", "CompiledClause", "CompiledTree");

  private static final String COMPANION = "@";

  private AnnotationText() {}

  static String of(Contract contract) {
    return COMPANION
        + "CompiledContract(format = "
        + CompiledContract.FORMAT
        + ", type = "
        + JavaText.literal(contract.type())
        + ", source = "
        + JavaText.literal(contract.source())
        + ", fingerprint = "
        + JavaText.literal(contract.fingerprint())
        + ", operations = "
        + all(contract.operations(), AnnotationText::operation)
        + ")\n";
  }

  private static String operation(Operation operation) {
    return "\n  "
        + COMPANION
        + "CompiledOperation(name = "
        + JavaText.literal(operation.name())
        + ", descriptor = "
        + JavaText.literal(operation.descriptor())
        + ", parameters = "
        + JavaText.literals(operation.parameters())
        + ", old = "
        + JavaText.literals(operation.old())
        + ", guardedCapture = "
        + operation.guardedCapture()
        + ", clauses = "
        + all(operation.clauses(), AnnotationText::clause)
        + ")";
  }

  private static String clause(Clause clause) {
    List<Integer> sensitive =
        IntStream.range(0, clause.expressions().size())
            .filter(number -> clause.expressions().get(number).sensitive())
            .boxed()
            .toList();
    return "\n    "
        + COMPANION
        + "CompiledClause(role = "
        + JavaText.literal(ReadOperation.role(clause.role()))
        + ", name = "
        + JavaText.literal(clause.name())
        + ", text = "
        + JavaText.literal(clause.text())
        + ", because = "
        + JavaText.literal(clause.because())
        + ", line = "
        + clause.line()
        + ", leaf = "
        + clause.leaf()
        + ", old = "
        + JavaText.numbers(clause.old())
        + ", expressions = "
        + JavaText.literals(
            clause.expressions().stream().map(expression -> expression.text()).toList())
        + ", sensitive = "
        + JavaText.numbers(sensitive)
        + ", tree = "
        + tree(clause.tree())
        + ")";
  }

  private static String tree(Node root) {
    List<Node> nodes = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    flatten(root, -1, nodes, parents);
    return COMPANION
        + "CompiledTree(kind = "
        + JavaText.literals(nodes.stream().map(node -> node.kind().name()).toList())
        + ", type = "
        + JavaText.literals(nodes.stream().map(Node::type).toList())
        + ", text = "
        + JavaText.literals(nodes.stream().map(Node::text).toList())
        + ", parent = "
        + JavaText.numbers(parents)
        + ")";
  }

  private static void flatten(Node node, int parent, List<Node> nodes, List<Integer> parents) {
    int position = nodes.size();
    nodes.add(node);
    parents.add(parent);
    node.children().forEach(child -> flatten(child, position, nodes, parents));
  }

  private static <T> String all(List<T> values, Function<T, String> writer) {
    return values.stream().map(writer).collect(Collectors.joining(", ", "{", "}"));
  }
}
