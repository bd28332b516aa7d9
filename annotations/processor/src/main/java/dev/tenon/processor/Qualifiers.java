package dev.tenon.processor;

import dev.tenon.processor.Term.Sort;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Tells types, packages and static fields apart among dotted names. */
final class Qualifiers {

  private final Scope scope;
  private final Imports imports;

  Qualifiers(Scope scope, Imports imports) {
    this.scope = scope;
    this.imports = imports;
  }

  /** What a simple name is that no variable and no member has. */
  Sort simple(String name) {
    Element imported = imports.field(name);
    if (imported != null) {
      return sortOf(imported);
    }
    return imports.type(name) == null ? Sort.NAME : Sort.TYPE;
  }

  /** The statically imported methods of a name. */
  List<ExecutableElement> imported(String name) {
    return imports.methods(name);
  }

  /** What {@code a.b} is: a static field, a type, or something that only types tell. */
  Sort selected(Term of, String name) {
    if (of.sort() != Sort.TYPE && of.sort() != Sort.NAME && of.sort() != Sort.SELECT) {
      return Sort.SELECT;
    }
    TypeElement owner = type(of);
    if (owner == null) {
      String path = path(of);
      boolean type = !path.isEmpty() && imports.qualified(path + "." + name) != null;
      return type ? Sort.TYPE : Sort.SELECT;
    }
    Element field = imports.member(owner, name);
    if (field != null) {
      return sortOf(field);
    }
    boolean nested = imports.qualified(owner.getQualifiedName() + "." + name) != null;
    return nested ? Sort.TYPE : Sort.SELECT;
  }

  static Sort sortOf(Element field) {
    boolean constant =
        field.getKind() == ElementKind.ENUM_CONSTANT
            || field.getModifiers().contains(Modifier.FINAL);
    return constant ? Sort.CONSTANT : Sort.FIELD;
  }

  /** The type that a term names, or null. */
  @Nullable TypeElement type(Term term) {
    if (term.sort() != Sort.TYPE) {
      return null;
    }
    if (term.code() != null) {
      return scope.type(term.code());
    }
    String path = path(term);
    TypeElement simple = imports.type(path);
    if (simple != null || term.children().isEmpty()) {
      return simple == null ? imports.qualified(path) : simple;
    }
    TypeElement owner = type(term.children().get(0));
    return owner == null
        ? imports.qualified(path)
        : imports.qualified(owner.getQualifiedName() + "." + term.text());
  }

  /** The dotted name of a term that is nothing else, or the empty text. */
  static String path(Term term) {
    if (term.children().isEmpty()) {
      return term.text();
    }
    String before = path(term.children().get(0));
    return before.isEmpty() ? "" : before + "." + term.text();
  }
}
