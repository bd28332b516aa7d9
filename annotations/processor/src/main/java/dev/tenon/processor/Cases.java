package dev.tenon.processor;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.tenon.processor.ClauseParser.Parsed;
import dev.tenon.processor.Complaint.Refusal;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cases of a switch expression.
 *
 * <p>Labels and guards are read through the scanner, since the methods that give them are newer
 * than Java 17.
 */
final class Cases {

  private final Parsed parsed;
  private final Terms terms;
  private final Names names;
  private final TermBuilder builder;

  Cases(Parsed parsed, Terms terms, Names names, TermBuilder builder) {
    this.parsed = parsed;
    this.terms = terms;
    this.names = names;
    this.builder = builder;
  }

  Term of(CaseTree tree, Visible visible) {
    Tree body = tree.getBody();
    boolean value = body instanceof ExpressionTree || body instanceof ThrowTree;
    if (!value) {
      throw new Refusal(
          parsed.start(tree),
          "a switch with statements in a clause; put them into a static method");
    }
    List<Tree> labels = new ArrayList<>(parts(tree));
    labels.remove(labels.size() - 1);
    Set<String> declared = new LinkedHashSet<>();
    labels.forEach(label -> declared.addAll(Bindings.in(label)));
    names.checkLocals(declared, parsed.start(tree));
    List<Term> children = new ArrayList<>();
    for (Tree label : labels) {
      if (parsed.end(label) <= parsed.start(tree)) {
        continue;
      }
      boolean guard = !label.getKind().name().endsWith("_LABEL") && !declared.isEmpty();
      children.add(guard ? opened(label, visible, declared) : terms.label(label, names));
    }
    Tree result = body instanceof ThrowTree thrown ? thrown.getExpression() : body;
    children.add(opened(result, visible, declared));
    return terms.of(tree, Sort.PART, "case", children);
  }

  private Term opened(Tree tree, Visible visible, Set<String> declared) {
    Term term = builder.term(tree, visible.and(declared));
    return declared.isEmpty() ? term : terms.opened(term);
  }

  private static List<Tree> parts(CaseTree tree) {
    List<Tree> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
            if (part != null) {
              parts.add(part);
            }
            return null;
          }
        },
        null);
    return parts;
  }
}
