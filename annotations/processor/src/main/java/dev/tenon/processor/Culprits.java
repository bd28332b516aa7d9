package dev.tenon.processor;

import dev.tenon.processor.Diagnosis.Finding;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first thing in a clause that does not compile.
 *
 * <p>Most of it has no type then. Some things have one although the compiler refuses them, which
 * only shows when the companion is compiled; the likely ones of these are looked for here.
 */
final class Culprits {

  private final Toolbox toolbox;
  private final Calls calls;
  private final Reach reach;
  private final Diagnosis diagnosis;

  Culprits(Toolbox toolbox, Calls calls, Reach reach, Diagnosis diagnosis) {
    this.toolbox = toolbox;
    this.calls = calls;
    this.reach = reach;
    this.diagnosis = diagnosis;
  }

  /** What is wrong with a clause, or null. */
  @Nullable Complaint find(OperationText operation, Typing typing) {
    List<Complaint> found = new ArrayList<>();
    typing
        .clause()
        .root()
        .postOrder(
            term -> {
              if (found.isEmpty()) {
                check(operation, typing, term).ifPresent(found::add);
              }
            });
    return found.isEmpty() ? whole(typing) : found.get(0);
  }

  private Optional<Complaint> check(OperationText operation, Typing typing, Term term) {
    Term missing = diagnosis.missingType(operation, term);
    if (missing != null) {
      return at(typing, missing, diagnosis.unknownType(operation, missing));
    }
    if (typing.isBroken(term)) {
      boolean nothing = term.opens() && diagnosis.isVoid(typing, term);
      Finding lambda = term.arguments().isEmpty() ? null : ofLambdas(typing, term);
      Finding finding = lambda == null ? diagnosis.of(operation, typing, term) : lambda;
      return nothing ? Optional.empty() : at(typing, finding.term(), finding.message());
    }
    Finding doubt = doubt(typing, term);
    return doubt == null ? Optional.empty() : at(typing, doubt.term(), doubt.message());
  }

  private static Optional<Complaint> at(Typing typing, Term term, String message) {
    return Optional.of(
        new Complaint(typing.clause().written().offsets().of(term.anchor()), message));
  }

  /** What is wrong with a term that has a type all the same; null when nothing is. */
  private @Nullable Finding doubt(Typing typing, Term term) {
    return switch (term.sort()) {
      case CALL, MEMBER_CALL -> ofCall(typing, term);
      case SELECT -> finding(term, diagnosis.hiddenField(typing, term, reach));
      case INDEX -> mustBe(typing, term.children().get(1), TypeKind.INT);
      case CONDITIONAL -> mustBe(typing, term.children().get(0), TypeKind.BOOLEAN);
      default -> null;
    };
  }

  private static @Nullable Finding finding(Term term, String message) {
    return message.isEmpty() ? null : new Finding(term, message);
  }

  private @Nullable Finding mustBe(Typing typing, Term term, TypeKind kind) {
    TypeMirror type = typing.of(term);
    TypeMirror wanted = toolbox.types().getPrimitiveType(kind);
    if (type == null || toolbox.types().isAssignable(type, wanted)) {
      return null;
    }
    String text = Tokens.folded(typing.clause().sourceOf(term));
    return new Finding(
        term, "'" + text + "' is not " + TypeNames.of(wanted) + " but " + TypeNames.of(type));
  }

  private @Nullable Finding ofCall(Typing typing, Term call) {
    List<ExecutableElement> candidates = calls.candidates(typing, call);
    if (candidates.isEmpty()) {
      return null;
    }
    if (candidates.stream().noneMatch(reach::reaches)) {
      return new Finding(call, Messages.hidden(candidates.get(0)));
    }
    boolean onType =
        call.sort() == Sort.MEMBER_CALL && Terms.inside(call.children().get(0)).sort() == Sort.TYPE;
    if (onType
        && candidates.stream()
            .noneMatch(method -> method.getModifiers().contains(Modifier.STATIC))) {
      return new Finding(
          call, "method '" + call.text() + "' is not static: it needs a value before the dot");
    }
    return ofLambdas(typing, call);
  }

  /** A lambda of the wrong type: often its call has a type all the same. */
  private @Nullable Finding ofLambdas(Typing typing, Term call) {
    List<ExecutableElement> candidates = calls.candidates(typing, call);
    List<Term> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Term lambda = Terms.inside(arguments.get(i));
      if (lambda.sort() != Sort.LAMBDA || candidates.size() != 1) {
        continue;
      }
      Term body = lambda.children().get(lambda.children().size() - 1);
      TypeMirror gives = typing.of(body);
      TypeMirror wanted = wanted(candidates.get(0), i);
      if (gives != null
          && wanted != null
          && wanted.getKind().isPrimitive()
          && !typing.isBroken(body)
          && !toolbox.types().isAssignable(gives, wanted)) {
        return new Finding(
            body,
            "the lambda of '"
                + call.text()
                + "' gives "
                + TypeNames.of(gives)
                + ", not "
                + TypeNames.of(wanted));
      }
    }
    return null;
  }

  /** What a lambda must give as an argument, or null when that is not plain. */
  private @Nullable TypeMirror wanted(ExecutableElement method, int argument) {
    if (argument >= method.getParameters().size()
        || !(method.getParameters().get(argument).asType() instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement type)
        || type.getKind() != ElementKind.INTERFACE) {
      return null;
    }
    List<ExecutableElement> open =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return open.size() == 1 ? open.get(0).getReturnType() : null;
  }

  private @Nullable Complaint whole(Typing typing) {
    Term root = Terms.inside(typing.clause().root());
    TypeMirror type = typing.of(root);
    boolean fits =
        type != null
            && toolbox
                .types()
                .isAssignable(type, toolbox.types().getPrimitiveType(TypeKind.BOOLEAN));
    if (fits) {
      return null;
    }
    String found = type == null ? what(root) : TypeNames.of(type);
    return at(typing, root.at(root.start()), "clause is not boolean but " + found).orElse(null);
  }

  private static String what(Term root) {
    return switch (root.sort()) {
      case LAMBDA -> "a lambda";
      case REFERENCE -> "a method reference";
      case TYPE -> "a type";
      default -> root.text();
    };
  }
}
