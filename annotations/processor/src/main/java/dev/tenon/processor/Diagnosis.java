package dev.tenon.processor;

import dev.tenon.model.Clause;
import dev.tenon.processor.Term.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Says why a term does not compile, and what was meant. */
final class Diagnosis {

  /** What is wrong, and where. */
  record Finding(Term term, String message) {}

  private final Toolbox toolbox;
  private final Surroundings around;
  private final Calls calls;
  private final Members members;
  private final Reach reach;

  Diagnosis(Surroundings around) {
    this.toolbox = around.toolbox();
    this.around = around;
    this.calls = around.calls();
    this.members = around.members();
    this.reach = around.reach();
  }

  Finding of(OperationText operation, Typing typing, Term term) {
    List<Term> parts = term.children();
    if (term.sort() == Sort.SELECT || term.sort() == Sort.MEMBER_CALL) {
      Term start = unknownStart(typing, Terms.inside(parts.get(0)));
      if (start != null) {
        Set<String> valid = valueNames(operation, typing);
        valid.addAll(typeNames(operation));
        return new Finding(start, unknown("name", start.text(), valid));
      }
    }
    return new Finding(
        term,
        switch (term.sort()) {
          case NAME -> unknown("name", term.text(), valueNames(operation, typing));
          case SELECT -> selected(typing, term);
          case CALL, MEMBER_CALL -> call(typing, term);
          case BINARY -> inapplicable(typing, term);
          case UNARY -> inapplicable(term) + typeOf(typing, parts.get(0));
          case CAST -> typeOf(typing, parts.get(1)) + " cannot be cast to " + term.text();
          case INSTANCEOF -> typeOf(typing, parts.get(0)) + " cannot be tested for " + term.text();
          case NEW -> "no constructor of " + term.text() + " takes " + arguments(typing, term);
          default -> "'" + Tokens.folded(typing.clause().sourceOf(term)) + "' does not compile";
        });
  }

  private static String inapplicable(Term term) {
    return "operator '" + term.text() + "' cannot be applied to ";
  }

  /** That a binary operator does not fit its operands. */
  String inapplicable(Typing typing, Term term) {
    List<Term> parts = term.children();
    return inapplicable(term)
        + typeOf(typing, parts.get(0))
        + " and "
        + typeOf(typing, parts.get(1));
  }

  private static String typeOf(Typing typing, Term term) {
    String name = typing.name(Terms.inside(term));
    return name.isEmpty() ? Tokens.folded(typing.clause().sourceOf(term)) : name;
  }

  private static String unknown(String kind, String name, Set<String> candidates) {
    return "unknown " + kind + " '" + name + "'" + Messages.didYouMean(name, candidates);
  }

  /** The first name of a type in the term that no type has, or null. */
  @Nullable Term missingType(OperationText operation, Term term) {
    for (Term child : term.children()) {
      if (child.sort() == Sort.TYPE && child.code() == null && child.children().isEmpty()) {
        String simple = child.text().replaceAll("[<\\[\\s].*", "");
        boolean known =
            simple.isEmpty()
                || simple.contains(".")
                || Character.isLowerCase(simple.charAt(0))
                || around.imports().type(simple) != null
                || typeNames(operation).contains(simple);
        if (!known) {
          return child;
        }
      }
    }
    return null;
  }

  String unknownType(OperationText operation, Term type) {
    String simple = type.text().replaceAll("[<\\[\\s].*", "");
    return unknown("type", simple, typeNames(operation));
  }

  private Set<String> valueNames(OperationText operation, Typing typing) {
    Set<String> names = new TreeSet<>(operation.signature().names());
    names.addAll(around.scope().fieldNames());
    names.addAll(around.imports().staticNames(false));
    if (operation.returnsValue() && typing.clause().role() == Clause.Role.ENSURES) {
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
    names.addAll(around.scope().typeNames());
    names.addAll(around.imports().typeNames());
    return names;
  }

  /** The start of a dotted name that is neither a value nor a type nor a package, or null. */
  private @Nullable Term unknownStart(Typing typing, Term of) {
    if (of.sort() == Sort.SELECT && !typing.types().containsKey(of.id())) {
      return unknownStart(typing, Terms.inside(of.children().get(0)));
    }
    return of.sort() == Sort.NAME && !around.imports().isPackage(of.text()) ? of : null;
  }

  private String selected(Typing typing, Term term) {
    String hidden = hiddenField(typing, term, reach);
    if (!hidden.isEmpty()) {
      return hidden;
    }
    TypeMirror owner = calls.qualifier(typing, term);
    if (!members.methods(owner, term.text(), 0).isEmpty()) {
      return "no field '"
          + term.text()
          + "' in "
          + name(owner)
          + "; did you mean '"
          + term.text()
          + "()'?";
    }
    Set<String> candidates = new TreeSet<>();
    for (Element member : members.of(owner)) {
      if (member.getKind().isField() && reach.reaches(member)) {
        candidates.add(member.getSimpleName().toString());
      }
    }
    return "unknown field '"
        + term.text()
        + "' on "
        + name(owner)
        + Messages.didYouMean(term.text(), candidates);
  }

  /** That a field is there but cannot be seen; empty otherwise. */
  String hiddenField(Typing typing, Term term, Reach from) {
    TypeMirror owner = calls.qualifier(typing, term);
    for (Element member : members.of(owner)) {
      boolean named =
          member.getKind().isField() && member.getSimpleName().contentEquals(term.text());
      if (named && !from.reaches(member)) {
        return members.methods(owner, term.text(), 0).isEmpty()
            ? Messages.hidden(member)
            : Messages.hidden(member) + "; did you mean '" + term.text() + "()'?";
      }
    }
    return "";
  }

  private String name(@Nullable TypeMirror type) {
    return type == null ? "it" : TypeNames.of(toolbox.types().erasure(type));
  }

  /** Whether a call gives nothing. */
  boolean isVoid(Typing typing, Term term) {
    if (term.sort() != Sort.CALL && term.sort() != Sort.MEMBER_CALL) {
      return false;
    }
    List<ExecutableElement> candidates = calls.candidates(typing, term);
    return !candidates.isEmpty()
        && candidates.stream()
            .allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
  }

  private String call(Typing typing, Term term) {
    TypeMirror owner = calls.owner(typing, term);
    if (owner != null && owner.getKind().isPrimitive()) {
      return "a " + TypeNames.of(owner) + " has no method '" + term.text() + "'";
    }
    if (isVoid(typing, term)) {
      return "'" + term.text() + "' returns nothing";
    }
    List<ExecutableElement> named =
        owner == null ? calls.candidates(typing, term) : members.methods(owner, term.text());
    if (named.isEmpty()) {
      return unknownMethod(term, owner);
    }
    List<ExecutableElement> visible = named.stream().filter(reach::reaches).toList();
    if (visible.isEmpty()) {
      return Messages.hidden(named.get(0));
    }
    return "method '"
        + term.text()
        + "' does not take "
        + arguments(typing, term)
        + "; candidates: "
        + candidates(visible);
  }

  private String unknownMethod(Term term, @Nullable TypeMirror owner) {
    Set<String> candidates = new TreeSet<>();
    for (Element member : members.of(owner)) {
      if (member.getKind() == ElementKind.METHOD && reach.reaches(member)) {
        candidates.add(member.getSimpleName().toString());
      }
    }
    boolean bare = term.sort() == Sort.CALL;
    if (bare) {
      candidates.addAll(around.scope().methodNames());
      candidates.addAll(around.imports().staticNames(true));
    }
    String on = bare ? around.scope().declaring().getQualifiedName().toString() : name(owner);
    return "unknown method '"
        + term.text()
        + "' on "
        + on
        + Messages.didYouMean(term.text(), candidates);
  }

  private static String arguments(Typing typing, Term term) {
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
