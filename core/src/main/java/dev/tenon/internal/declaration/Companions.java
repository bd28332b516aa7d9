package dev.tenon.internal.declaration;

import dev.tenon.contract.companion.CompiledClause;
import dev.tenon.contract.companion.CompiledContract;
import dev.tenon.contract.companion.CompiledOperation;
import dev.tenon.contract.companion.CompiledTree;
import dev.tenon.model.Clause;
import dev.tenon.model.Contract;
import dev.tenon.model.Expression;
import dev.tenon.model.Node;
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
        compiled.line(),
        compiled.leaf(),
        IntStream.of(compiled.old()).boxed().toList(),
        expressions(compiled),
        tree(compiled.tree()));
  }

  private static List<Expression> expressions(CompiledClause compiled) {
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < compiled.expressions().length; i++) {
      boolean sensitive = Arrays.binarySearch(compiled.sensitive(), i) >= 0;
      expressions.add(new Expression(compiled.expressions()[i], sensitive));
    }
    return expressions;
  }

  private static Node tree(CompiledTree tree) {
    int[] parents = tree.parent();
    List<List<Node>> children = new ArrayList<>();
    for (int i = 0; i < parents.length; i++) {
      children.add(new ArrayList<>());
    }
    // Pre-order: every child stands behind its parent, so from the end each node's children are
    // complete when it is made.
    Node root = new Node(Node.Kind.OPAQUE, "", "", List.of());
    for (int i = parents.length - 1; i >= 0; i--) {
      Node node =
          new Node(
              Node.Kind.valueOf(tree.kind()[i]), tree.type()[i], tree.text()[i], children.get(i));
      if (parents[i] < 0) {
        root = node;
      } else {
        children.get(parents[i]).add(0, node);
      }
    }
    return root;
  }
}
