package dev.tenon.processor;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.tenon.model.Clause;
import dev.tenon.processor.Complaint.Refusal;
import dev.tenon.processor.Term.Sort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what the simple names of one clause mean: variables first, then what scope knows. */
final class Names {

  /** How generated code names a member of the object. */
  private static final String SELF = "$self.";

  private final OperationText operation;
  private final Moment moment;
  private final Scope scope;
  private final Qualifiers qualifiers;

  Names(OperationText operation, Clause.Role role, Scope scope, Qualifiers qualifiers) {
    this.qualifiers = qualifiers;
    this.operation = operation;
    this.moment = new Moment(operation, role);
    this.scope = scope;
  }

  Term identifier(IdentifierTree tree, Visible visible, Terms terms) {
    String name = tree.getName().toString();
    int start = terms.start(tree);
    if (name.equals("this")) {
      moment.checkSelf(name, start, visible);
      return terms.leaf(tree, Sort.SELF, name, "$self");
    }
    if (name.equals("super")) {
      throw new Refusal(
          start, "'super' in a clause: a clause is about the operation, not its body");
    }
    if (name.contains("$")) {
      throw new Refusal(start, "'" + name + "': names with $ are reserved");
    }
    if (visible.banned().contains(name)) {
      throw new Refusal(
          start,
          "old cannot use '" + name + "': a variable of a lambda or pattern has no value at entry");
    }
    if (visible.locals().contains(name)) {
      return terms.leaf(tree, Sort.LOCAL, name, null);
    }
    if (operation.signature().names().contains(name)) {
      return terms.leaf(tree, Sort.PARAMETER, name, null);
    }
    if (name.equals("result")) {
      moment.checkResult(start, visible);
      return terms.leaf(tree, Sort.RESULT, name, null);
    }
    Scope.Found field = scope.field(name, start);
    if (field != null) {
      if (field.code().startsWith(SELF)) {
        moment.checkSelf(name, start, visible);
      }
      return terms.leaf(tree, field.sort(), name, field.code());
    }
    return outside(tree, name, start, terms);
  }

  /** What {@code a.b} is. */
  Sort selected(Term of, String name) {
    return qualifiers.selected(of, name);
  }

  private Term outside(IdentifierTree tree, String name, int start, Terms terms) {
    String nested = scope.nested(name, start);
    if (nested != null) {
      return terms.leaf(tree, Sort.TYPE, name, nested);
    }
    return terms.leaf(tree, qualifiers.simple(name), name, null);
  }

  void checkOld(int start, Visible visible) {
    moment.checkOld(start, visible);
  }

  /** Refuses variables of lambdas and patterns that hide what a clause needs. */
  void checkLocals(Set<String> declared, int start) {
    for (String name : declared) {
      if (name.equals("result") || name.equals("old") || name.contains("$")) {
        throw new Refusal(
            start,
            "a variable cannot be called '"
                + name
                + "': result, old and names with $ are reserved");
      }
      if (operation.signature().names().contains(name)) {
        throw new Refusal(start, "variable '" + name + "' hides the parameter of that name");
      }
    }
  }

  String receiver(IdentifierTree name, int arity, Visible visible, Terms terms) {
    int start = terms.start(name);
    String text = name.getName().toString();
    if (text.equals("this") || text.equals("super")) {
      throw new Refusal(start, "a constructor call in a clause");
    }
    String receiver = scope.receiver(text, arity, start);
    if (SELF.equals(receiver)) {
      moment.checkSelf(text + "(…)", start, visible);
    }
    return receiver == null ? "" : receiver;
  }

  Term qualifiedThis(MemberSelectTree tree, Visible visible, Terms terms) {
    String of = tree.getExpression().toString();
    boolean own =
        tree.getIdentifier().contentEquals("this")
            && (scope.declaring().getSimpleName().contentEquals(of)
                || scope.declaring().getQualifiedName().toString().endsWith("." + of));
    if (!own) {
      throw new Refusal(
          terms.start(tree),
          "'" + of + "." + tree.getIdentifier() + "' in a clause: only 'this' is known");
    }
    moment.checkSelf("this", terms.start(tree), visible);
    return terms.leaf(tree, Sort.SELF, "this", "$self");
  }

  /** Whether {@code this.name} is a component of the declaring record. */
  boolean isOwnComponent(MemberSelectTree tree, Visible visible, Terms terms) {
    boolean own =
        tree.getExpression() instanceof IdentifierTree self
            && self.getName().contentEquals("this")
            && scope.isOwnComponent(tree.getIdentifier().toString());
    if (own) {
      moment.checkSelf("this", terms.start(tree), visible);
    }
    return own;
  }

  /** How generated code spells a type; null for as written. */
  @Nullable String type(String name, int start) {
    if (name.contains("$")) {
      throw new Refusal(start, "'" + name + "': names with $ are reserved");
    }
    if (operation.signature().typeArguments().contains(name)) {
      return null;
    }
    if (operation.form() == Form.STATIC_METHOD && scope.isTypeParameter(name)) {
      throw new Refusal(
          start, "'" + name + "' in a clause of a static method: it stands for no type there");
    }
    return scope.nested(name, start);
  }

  /** How generated code spells a name in a case label; null for as written. */
  @Nullable String label(String name, int start) {
    if (scope.isEnumConstant(name)) {
      return null;
    }
    Scope.Found field = scope.field(name, start);
    return field != null && field.sort() == Sort.CONSTANT ? field.code() : type(name, start);
  }
}
