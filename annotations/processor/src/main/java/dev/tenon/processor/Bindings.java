package dev.tenon.processor;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that patterns declare, and where they are in scope (JLS 6.3.1). */
final class Bindings {

  private Bindings() {}

  /** The variables in scope where an expression was found to be true, or to be false. */
  static Set<String> of(ExpressionTree expression, boolean truth) {
    if (expression instanceof ParenthesizedTree inner) {
      return of(inner.getExpression(), truth);
    }
    if (expression instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return of(not.getExpression(), !truth);
    }
    boolean both =
        (expression.getKind() == Tree.Kind.CONDITIONAL_AND && truth)
            || (expression.getKind() == Tree.Kind.CONDITIONAL_OR && !truth);
    if (both && expression instanceof BinaryTree binary) {
      Set<String> names = new LinkedHashSet<>(of(binary.getLeftOperand(), truth));
      names.addAll(of(binary.getRightOperand(), truth));
      return names;
    }
    if (truth && expression instanceof InstanceOfTree test && test.getPattern() != null) {
      return in(test.getPattern());
    }
    return Set.of();
  }

  /** The variables that a pattern or a case label declares. */
  static Set<String> in(@Nullable Tree pattern) {
    Set<String> names = new LinkedHashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        names.add(variable.getName().toString());
        return null;
      }
    }.scan(pattern, null);
    return names;
  }

  /** The simple names in a type or pattern, in source order. */
  static List<IdentifierTree> namesIn(@Nullable Tree typeOrPattern) {
    List<IdentifierTree> names = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        names.add(name);
        return null;
      }
    }.scan(typeOrPattern, null);
    return names;
  }
}
