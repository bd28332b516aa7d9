package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the first thing in a clause that the compiler refused, and says what was meant. */
final class Culprits {

  private final Toolbox toolbox;
  private final Members members;
  private final Scope scope;
  private final Imports imports;
  private final Calls calls;

  Culprits(Toolbox toolbox, Members members, Scope scope, Imports imports, Calls calls) {
    this.toolbox = toolbox;
    this.members = members;
    this.scope = scope;
    this.imports = imports;
    this.calls = calls;
  }

  /** What is wrong with a clause, or null. */
  @Nullable Complaint find(OperationText operation, Typing typing) {
    List<Term> broken = new ArrayList<>();
    typing
        .clause()
        .root()
        .postOrder(
            term -> {
              if (typing.isBroken(term) && !isVoidBody(typing, term)) {
                broken.add(term);
              }
            });
    ClauseText written = typing.clause().written();
    if (!broken.isEmpty() && !broken.get(0).isSame(Terms.inside(typing.clause().root()))) {
      return complain(operation, typing, broken.get(0));
    }
    Term root = Terms.inside(typing.clause().root());
    if (typing.isBroken(root)) {
      return complain(operation, typing, root);
    }
    TypeMirror type = typing.of(root);
    if (type == null ? root.sort() != Sort.SWITCH : !isBoolean(type)) {
      String name = type == null ? "a " + what(root) : TypeNames.of(type);
      return new Complaint(written.offsets().of(root.start()), "clause is not boolean but " + name);
    }
    return null;
  }

  private static String what(Term root) {
    return switch (root.sort()) {
      case LAMBDA -> "lambda";
      case REFERENCE -> "method reference";
      case TYPE -> "type";
      default -> "null";
    };
  }

  private boolean isBoolean(TypeMirror type) {
    return toolbox.types().isAssignable(type, toolbox.types().getPrimitiveType(TypeKind.BOOLEAN));
  }

  /** The body of a lambda may be a call that returns nothing. */
  private boolean isVoidBody(Typing typing, Term term) {
    return term.opens() && isVoid(typing, term);
  }

  private boolean isVoid(Typing typing, Term term) {
    if (term.sort() != Sort.CALL && term.sort() != Sort.MEMBER_CALL) {
      return false;
    }
    List<ExecutableElement> candidates = calls.candidates(typing, term);
    return !candidates.isEmpty()
        && candidates.stream()
            .allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
  }

  private Complaint complain(OperationText operation, Typing typing, Term term) {
    Term missing = missingType(term);
    Term at = missing == null ? term : missing;
    String message =
        missing == null
            ? message(operation, typing, term)
            : unknown("type", missing.text(), typeNames(operation));
    return new Complaint(typing.clause().written().offsets().of(at.anchor()), message);
  }

  private String message(OperationText operation, Typing typing, Term term) {
    return switch (term.sort()) {
      case NAME -> unknown("name", term.text(), names(operation, typing));
      case SELECT -> selected(operation, typing, term);
      case CALL, MEMBER_CALL -> call(operation, typing, term);
      case BINARY ->
          "operator '"
              + term.text()
              + "' cannot be applied to "
              + typeOf(typing, term.children().get(0))
              + " and "
              + typeOf(typing, term.children().get(1));
      case UNARY ->
          "operator '"
              + term.text()
              + "' cannot be applied to "
              + typeOf(typing, term.children().get(0));
      case CAST -> typeOf(typing, term.children().get(1)) + " cannot be cast to " + term.text();
      case INSTANCEOF ->
          typeOf(typing, term.children().get(0)) + " cannot be tested for " + term.text();
      case NEW -> "no constructor of " + term.text() + " takes " + arguments(typing, term);
      default -> "'" + Tokens.folded(typing.clause().sourceOf(term)) + "' does not compile";
    };
  }

  private String typeOf(Typing typing, Term term) {
    String name = typing.name(Terms.inside(term));
    return name.isEmpty() ? Tokens.folded(typing.clause().sourceOf(term)) : name;
  }

  private static String unknown(String kind, String name, Set<String> candidates) {
    return "unknown " + kind + " '" + name + "'" + Messages.didYouMean(name, candidates);
  }

  /** The first name of a type in the term that no type has, or null. */
  private @Nullable Term missingType(Term term) {
    for (Term child : term.children()) {
      if (child.sort() == Sort.TYPE && child.code() == null && child.children().isEmpty()) {
        String simple = child.text().replaceAll("[<\\[].*", "").trim();
        boolean known =
            simple.isEmpty()
                || simple.contains(".")
                || Character.isLowerCase(simple.charAt(0))
                || imports.type(simple) != null
                || scope.typeNames().contains(simple)
                || simple.length() == 1;
        if (!known) {
          return child;
        }
      }
    }
    return null;
  }

  private Set<String> names(OperationText operation, Typing typing) {
    Set<String> names = new TreeSet<>(operation.signature().names());
    names.addAll(scope.fieldNames());
    names.addAll(imports.staticNames(false));
    if (operation.returnsValue() && typing.clause().role() == dev.tenon.model.Clause.Role.ENSURES) {
      names.add("result");
    }
    typing
        .clause()
        .root()
        .postOrder(
            term -> {
              if (term.sort() == Sort.LOCAL) {
                names.add(term.text());
              }
            });
    return names;
  }

  private Set<String> typeNames(OperationText operation) {
    Set<String> names = new TreeSet<>(operation.signature().typeArguments());
    names.addAll(scope.typeNames());
    names.addAll(imports.typeNames());
    return names;
  }

  private String selected(OperationText operation, Typing typing, Term term) {
    Term of = Terms.inside(term.children().get(0));
    String unknown = unknownQualifier(operation, typing, of);
    if (unknown != null) {
      return unknown;
    }
    TypeMirror owner = calls.qualifier(typing, term);
    Set<String> candidates = new TreeSet<>();
    for (Element member : members.of(owner)) {
      String name = member.getSimpleName().toString();
      if (member.getKind().isField() && name.equals(term.text())) {
        if (!members.methods(owner, name, 0).isEmpty()) {
          return "field '"
              + name
              + "' of "
              + nameOf(owner)
              + " is not accessible; did you mean '"
              + name
              + "()'?";
        }
        return Messages.secret("field", name, member.getEnclosingElement());
      }
      if (member.getKind().isField() && !member.getModifiers().contains(Modifier.PRIVATE)) {
        candidates.add(name);
      }
    }
    if (!members.methods(owner, term.text(), 0).isEmpty()) {
      return "no field '"
          + term.text()
          + "' in "
          + nameOf(owner)
          + "; did you mean '"
          + term.text()
          + "()'?";
    }
    return "unknown field '"
        + term.text()
        + "' on "
        + nameOf(owner)
        + Messages.didYouMean(term.text(), candidates);
  }

  /** Says that the start of a dotted name is nothing, or null. */
  private @Nullable String unknownQualifier(OperationText operation, Typing typing, Term of) {
    if (of.sort() == Sort.SELECT && !typing.types().containsKey(of.id())) {
      return unknownQualifier(operation, typing, Terms.inside(of.children().get(0)));
    }
    if (of.sort() != Sort.NAME || imports.isPackage(of.text())) {
      return null;
    }
    Set<String> candidates = names(operation, typing);
    candidates.addAll(typeNames(operation));
    return unknown("name", of.text(), candidates);
  }

  private String nameOf(@Nullable TypeMirror type) {
    return type == null ? "it" : TypeNames.of(toolbox.types().erasure(type));
  }

  private String call(OperationText operation, Typing typing, Term term) {
    TypeMirror owner = calls.owner(typing, term);
    if (term.sort() == Sort.MEMBER_CALL) {
      Term receiver = Terms.inside(term.children().get(0));
      String unknown = unknownQualifier(operation, typing, receiver);
      if (unknown != null) {
        return unknown;
      }
      if (owner != null && owner.getKind().isPrimitive()) {
        return "a " + TypeNames.of(owner) + " has no method '" + term.text() + "'";
      }
    }
    if (isVoid(typing, term)) {
      return "'" + term.text() + "' returns nothing";
    }
    List<ExecutableElement> named =
        owner == null ? calls.candidates(typing, term) : members.methods(owner, term.text());
    if (named.isEmpty()) {
      Set<String> candidates = new LinkedHashSet<>();
      for (Element member : members.of(owner)) {
        if (member.getKind() == ElementKind.METHOD
            && !member.getModifiers().contains(Modifier.PRIVATE)) {
          candidates.add(member.getSimpleName().toString());
        }
      }
      if (term.sort() == Sort.CALL) {
        candidates.addAll(scope.methodNames());
        candidates.addAll(imports.staticNames(true));
      }
      String on =
          term.sort() == Sort.CALL
              ? scope.declaring().getQualifiedName().toString()
              : nameOf(owner);
      return "unknown method '"
          + term.text()
          + "' on "
          + on
          + Messages.didYouMean(term.text(), candidates);
    }
    if (named.stream().allMatch(method -> method.getModifiers().contains(Modifier.PRIVATE))) {
      return Messages.secret("method", term.text(), named.get(0).getEnclosingElement());
    }
    return "method '"
        + term.text()
        + "' does not take "
        + arguments(typing, term)
        + "; candidates: "
        + candidates(named);
  }

  private String arguments(Typing typing, Term term) {
    List<String> types = new ArrayList<>();
    term.arguments().forEach(argument -> types.add(typeOf(typing, argument)));
    return "(" + String.join(", ", types) + ")";
  }

  private static String candidates(List<ExecutableElement> methods) {
    Set<String> signatures = new TreeSet<>();
    for (ExecutableElement method : methods) {
      List<String> types = new ArrayList<>();
      method.getParameters().forEach(each -> types.add(TypeNames.of(each.asType())));
      signatures.add(method.getSimpleName() + "(" + String.join(", ", types) + ")");
    }
    return String.join(", ", signatures);
  }
}
