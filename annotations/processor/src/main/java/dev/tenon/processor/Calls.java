package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the methods that a call may mean, by name and number of arguments. */
final class Calls {

  private final Members members;
  private final Scope scope;
  private final Qualifiers qualifiers;

  Calls(Members members, Scope scope, Qualifiers qualifiers) {
    this.members = members;
    this.scope = scope;
    this.qualifiers = qualifiers;
  }

  TypeElement declaring() {
    return scope.declaring();
  }

  /** What a call is made on; null when that is not known. */
  @Nullable TypeMirror owner(Typing typing, Term call) {
    if (call.sort() == Sort.MEMBER_CALL) {
      return qualifier(typing, call);
    }
    if (call.prefix().isEmpty()) {
      return null;
    }
    String path = call.prefix().substring(0, call.prefix().length() - 1);
    TypeElement named = path.equals("$self") ? scope.declaring() : scope.type(path);
    return named == null ? null : named.asType();
  }

  /** The type of what stands before a dot: of a value, or a type itself. */
  @Nullable TypeMirror qualifier(Typing typing, Term term) {
    Term receiver = Terms.inside(term.children().get(0));
    TypeElement named = receiver.sort() == Sort.TYPE ? qualifiers.type(receiver) : null;
    return named == null ? typing.of(receiver) : named.asType();
  }

  /** The methods that fit by name and number of arguments. */
  List<ExecutableElement> candidates(Typing typing, Term call) {
    int arity = call.arguments().size();
    TypeMirror owner = owner(typing, call);
    if (owner != null || call.sort() == Sort.MEMBER_CALL) {
      return members.methods(owner, call.text(), arity);
    }
    return qualifiers.imported(call.text()).stream()
        .filter(method -> Members.takes(method, arity))
        .toList();
  }
}
