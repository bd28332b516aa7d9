package dev.tenon.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The full names of static members, which mean the same in every file: {@code a.B#MAX}. */
final class Statics {

  private final Surroundings around;
  private final Calls calls;

  Statics(Surroundings around) {
    this.around = around;
    this.calls = around.calls();
  }

  /** Of a static field, or a name as in the source where it is not known. */
  String field(Term term, String byDefault) {
    Element field = field(term);
    return field == null ? byDefault : full(field);
  }

  private @Nullable Element field(Term term) {
    String name = term.text();
    if (term.code() != null) {
      return member(around.scope().type(before(term.code())), name);
    }
    return term.children().isEmpty()
        ? around.imports().field(name)
        : member(around.qualifiers().type(Terms.inside(term.children().get(0))), name);
  }

  private @Nullable Element member(@Nullable TypeElement owner, String name) {
    return owner == null ? null : around.imports().member(owner, name);
  }

  /** Of a static method, or a name as in the source where it is not known. */
  String method(Typing typing, Term call, String byDefault) {
    List<ExecutableElement> candidates = calls.candidates(typing, call);
    Set<String> names =
        candidates.stream().filter(Members::isStatic).map(this::full).collect(Collectors.toSet());
    boolean isOne = names.size() == 1 && candidates.stream().allMatch(Members::isStatic);
    return isOne ? names.iterator().next() : byDefault;
  }

  private String full(Element member) {
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    return around.toolbox().elements().getBinaryName(owner) + "#" + member.getSimpleName();
  }

  private static String before(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
