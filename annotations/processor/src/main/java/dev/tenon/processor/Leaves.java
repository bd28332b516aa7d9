package dev.tenon.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.tenon.processor.Term.Sort;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells which terms call nothing that could cross a seam. */
final class Leaves {

  private static final String PURE = "dev.tenon.contract.Pure";
  private static final Set<String> STATELESS =
      Set.of("java.lang.Math", "java.lang.StrictMath", "java.lang.Character");

  private final Toolbox toolbox;
  private final Calls calls;

  Leaves(Toolbox toolbox, Calls calls) {
    this.toolbox = toolbox;
    this.calls = calls;
  }

  /** Whether a term is a leaf; what stands under {@code old} is captured at entry. */
  boolean isLeaf(Typing typing, Term term) {
    boolean here =
        switch (term.sort()) {
          case OLD -> true;
          case CALL, MEMBER_CALL -> isLeafCall(typing, term);
          case NEW -> term.text().equals("[]") || Immutables.isValue(typing.of(term));
          case LAMBDA, REFERENCE, NAME -> false;
          case FIELD ->
              !(term.code() != null && term.code().endsWith("()"))
                  || isImplicit(calls.declaring(), term.text());
          case BINARY -> !term.text().equals("+") || isPlainSum(typing, term);
          case SWITCH -> true;
          default -> true;
        };
    return here
        && (term.sort() == Sort.OLD
            || term.children().stream().allMatch(child -> isLeaf(typing, child)));
  }

  /** A sum of values: a text made of other objects calls their {@code toString}. */
  private static boolean isPlainSum(Typing typing, Term term) {
    return term.children().stream()
        .allMatch(child -> typing.of(child) == null || Immutables.isValue(typing.of(child)));
  }

  private boolean isLeafCall(Typing typing, Term term) {
    List<ExecutableElement> candidates = calls.candidates(typing, term);
    boolean values =
        term.arguments().stream()
            .allMatch(
                argument -> typing.of(argument) == null || Immutables.isValue(typing.of(argument)));
    return !candidates.isEmpty()
        && candidates.stream()
            .allMatch(method -> isLeaf(method, calls.owner(typing, term), values));
  }

  private boolean isLeaf(ExecutableElement method, @Nullable TypeMirror owner, boolean values) {
    if (Annotated.with(method, PURE)) {
      return true;
    }
    Element declaring = method.getEnclosingElement();
    if (owner instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getKind() == ElementKind.RECORD
        && method.getParameters().isEmpty()) {
      return isImplicit(type, method.getSimpleName().toString());
    }
    if (Immutables.isValue(owner)) {
      return values || method.getSimpleName().contentEquals("equals");
    }
    return declaring instanceof TypeElement type
        && STATELESS.contains(type.getQualifiedName().toString())
        && values;
  }

  /**
   * Whether an accessor is seen to be implicit. Elements do not tell it from a written one, only
   * the tree of the same compilation does.
   */
  private boolean isImplicit(TypeElement type, String name) {
    boolean component =
        type.getRecordComponents().stream()
            .anyMatch(each -> each.getSimpleName().contentEquals(name));
    ClassTree tree = component ? toolbox.trees().getTree(type) : null;
    if (tree == null) {
      return false;
    }
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method
          && method.getName().contentEquals(name)
          && method.getParameters().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
