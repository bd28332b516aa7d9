package dev.tenon.processor;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.tenon.processor.ClauseParser.Parsed;
import dev.tenon.processor.Complaint.Refusal;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a parsed clause into terms, resolves its names by scope, refuses what no clause may have.
 */
final class TermBuilder extends SimpleTreeVisitor<Term, Visible> {

  private final Parsed parsed;
  private final Terms terms;
  private final Names names;

  private TermBuilder(Parsed parsed, Names names) {
    this.parsed = parsed;
    this.terms = new Terms(parsed);
    this.names = names;
  }

  static Term build(Parsed parsed, Names names) {
    if (parsed.refusal() != null) {
      throw parsed.refusal();
    }
    return new TermBuilder(parsed, names).term(parsed.expression(), Visible.NOTHING);
  }

  Term term(@Nullable Tree tree, Visible visible) {
    return visit(tree, visible);
  }

  private Term opened(Tree tree, Visible visible, Set<String> declared) {
    Term term = term(tree, visible.and(declared));
    return declared.isEmpty() ? term : terms.opened(term);
  }

  private List<Term> all(List<? extends Tree> trees, Visible visible) {
    List<Term> found = new ArrayList<>();
    trees.forEach(tree -> found.add(term(tree, visible)));
    return found;
  }

  private Term type(Tree tree) {
    return terms.type(tree, names);
  }

  @Override
  protected Term defaultAction(Tree tree, Visible visible) {
    throw new Refusal(
        parsed.start(tree),
        "not supported in a clause: " + Tokens.at(parsed.text(), parsed.start(tree)));
  }

  @Override
  public Term visitLiteral(LiteralTree tree, Visible visible) {
    return terms.leaf(tree, Sort.LITERAL, terms.text(tree), null);
  }

  @Override
  public Term visitIdentifier(IdentifierTree tree, Visible visible) {
    return names.identifier(tree, visible, terms);
  }

  @Override
  public Term visitParenthesized(ParenthesizedTree tree, Visible visible) {
    return terms.of(tree, Sort.PARENTHESES, "", List.of(term(tree.getExpression(), visible)));
  }

  @Override
  public Term visitMemberSelect(MemberSelectTree tree, Visible visible) {
    String name = tree.getIdentifier().toString();
    int anchor = parsed.end(tree) - name.length();
    if (name.equals("class")) {
      return terms.at(anchor, tree, Sort.SELECT, name, List.of(type(tree.getExpression())));
    }
    if (name.equals("this") || name.equals("super")) {
      return names.qualifiedThis(tree, visible, terms);
    }
    if (names.isOwnComponent(tree, visible, terms)) {
      return terms.leaf(tree, Sort.FIELD, name, "$self." + name + "()");
    }
    Term of = term(tree.getExpression(), visible);
    return terms.at(anchor, tree, names.selected(of, name), name, List.of(of));
  }

  @Override
  public Term visitMethodInvocation(MethodInvocationTree tree, Visible visible) {
    if (tree.getMethodSelect() instanceof IdentifierTree name) {
      if (name.getName().contentEquals("old")) {
        return old(tree, visible);
      }
      List<Term> arguments = all(tree.getArguments(), visible);
      String receiver = names.receiver(name, arguments.size(), visible, terms);
      return terms.call(tree, name.getName().toString(), arguments, receiver);
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    List<Term> children = new ArrayList<>();
    children.add(term(select.getExpression(), visible));
    tree.getTypeArguments().forEach(argument -> children.add(type(argument)));
    children.addAll(all(tree.getArguments(), visible));
    String name = select.getIdentifier().toString();
    int anchor = parsed.end(select) - name.length();
    return terms.at(anchor, tree, Sort.MEMBER_CALL, name, children);
  }

  private Term old(MethodInvocationTree tree, Visible visible) {
    int start = parsed.start(tree);
    names.checkOld(start, visible);
    if (tree.getArguments().size() != 1) {
      throw new Refusal(start, "old takes one expression");
    }
    Term argument = term(tree.getArguments().get(0), visible.atEntry());
    Term inner = Terms.inside(argument);
    if (!inner.isTyped()) {
      throw new Refusal(start, "old(" + terms.folded(argument) + ") has no type of its own");
    }
    return terms.of(tree, Sort.OLD, terms.folded(argument), List.of(argument));
  }

  @Override
  public Term visitBinary(BinaryTree tree, Visible visible) {
    ExpressionTree left = tree.getLeftOperand();
    Set<String> declared =
        switch (tree.getKind()) {
          case CONDITIONAL_AND -> Bindings.of(left, true);
          case CONDITIONAL_OR -> Bindings.of(left, false);
          default -> Set.of();
        };
    List<Term> operands =
        List.of(term(left, visible), opened(tree.getRightOperand(), visible, declared));
    String operator = Operators.of(tree.getKind());
    return terms.at(terms.operator(operands, operator), tree, Sort.BINARY, operator, operands);
  }

  @Override
  public Term visitUnary(UnaryTree tree, Visible visible) {
    String operator = Operators.of(tree.getKind());
    if (operator.equals("++") || operator.equals("--")) {
      throw new Refusal(
          parsed.start(tree), "'" + operator + "' in a clause: a clause changes nothing");
    }
    return terms.of(tree, Sort.UNARY, operator, List.of(term(tree.getExpression(), visible)));
  }

  @Override
  public Term visitAssignment(AssignmentTree tree, Visible visible) {
    throw new Refusal(
        parsed.start(tree), "assignment in a clause: a clause changes nothing; did you mean '=='?");
  }

  @Override
  public Term visitCompoundAssignment(CompoundAssignmentTree tree, Visible visible) {
    throw new Refusal(parsed.start(tree), "assignment in a clause: a clause changes nothing");
  }

  @Override
  public Term visitConditionalExpression(ConditionalExpressionTree tree, Visible visible) {
    ExpressionTree condition = tree.getCondition();
    Term asked = term(condition, visible);
    Term yes = opened(tree.getTrueExpression(), visible, Bindings.of(condition, true));
    Term no = opened(tree.getFalseExpression(), visible, Bindings.of(condition, false));
    return terms.of(tree, Sort.CONDITIONAL, "?:", List.of(asked, yes, no));
  }

  @Override
  public Term visitTypeCast(TypeCastTree tree, Visible visible) {
    Term to = type(tree.getType());
    return terms.of(
        tree, Sort.CAST, terms.folded(to), List.of(to, term(tree.getExpression(), visible)));
  }

  @Override
  public Term visitInstanceOf(InstanceOfTree tree, Visible visible) {
    Term value = term(tree.getExpression(), visible);
    Tree tested = tree.getPattern() == null ? tree.getType() : tree.getPattern();
    names.checkLocals(Bindings.in(tested), parsed.start(tested));
    Term pattern = tree.getPattern() == null ? type(tested) : terms.part(tested, names);
    return terms.of(tree, Sort.INSTANCEOF, terms.folded(pattern), List.of(value, pattern));
  }

  @Override
  public Term visitArrayAccess(ArrayAccessTree tree, Visible visible) {
    Term array = term(tree.getExpression(), visible);
    return terms.of(tree, Sort.INDEX, "", List.of(array, term(tree.getIndex(), visible)));
  }

  @Override
  public Term visitNewClass(NewClassTree tree, Visible visible) {
    if (tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
      int at = parsed.start(tree.getClassBody() == null ? tree : tree.getClassBody());
      throw new Refusal(at, "a class body in a clause; put it into a static method");
    }
    List<Term> children = new ArrayList<>();
    Term type = type(tree.getIdentifier());
    children.add(type);
    children.addAll(all(tree.getArguments(), visible));
    return terms.at(type.start(), tree, Sort.NEW, terms.folded(type), children);
  }

  @Override
  public Term visitNewArray(NewArrayTree tree, Visible visible) {
    List<Term> children = new ArrayList<>();
    if (tree.getType() != null) {
      children.add(type(tree.getType()));
    }
    children.addAll(all(tree.getDimensions(), visible));
    if (tree.getInitializers() != null) {
      children.addAll(all(tree.getInitializers(), visible));
    }
    return terms.of(tree, tree.getType() == null ? Sort.PART : Sort.NEW, "[]", children);
  }

  @Override
  public Term visitLambdaExpression(LambdaExpressionTree tree, Visible visible) {
    if (tree.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT) {
      throw new Refusal(
          parsed.start(tree.getBody()),
          "a lambda with statements in a clause; put them into a static method");
    }
    List<Term> children = new ArrayList<>();
    Set<String> declared = new java.util.LinkedHashSet<>();
    for (VariableTree parameter : tree.getParameters()) {
      declared.add(parameter.getName().toString());
      if (parameter.getType() != null && parsed.end(parameter.getType()) > parsed.start(tree)) {
        children.add(type(parameter.getType()));
      }
    }
    names.checkLocals(declared, parsed.start(tree));
    children.add(terms.opened(term(tree.getBody(), visible.and(declared))));
    return terms.of(tree, Sort.LAMBDA, "->", children);
  }

  @Override
  public Term visitMemberReference(MemberReferenceTree tree, Visible visible) {
    ExpressionTree of = tree.getQualifierExpression();
    Term qualifier = Terms.isExpression(of) ? term(of, visible) : type(of);
    return terms.of(tree, Sort.REFERENCE, tree.getName().toString(), List.of(qualifier));
  }

  @Override
  public Term visitSwitchExpression(SwitchExpressionTree tree, Visible visible) {
    List<Term> children = new ArrayList<>();
    children.add(term(tree.getExpression(), visible));
    tree.getCases()
        .forEach(each -> children.add(new Cases(parsed, terms, names, this).of(each, visible)));
    return terms.of(tree, Sort.SWITCH, "switch", children);
  }
}
