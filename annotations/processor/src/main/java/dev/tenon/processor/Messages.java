package dev.tenon.processor;

import dev.tenon.model.Nearest;
import java.util.Collection;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Sentences that several readers of clauses say. */
final class Messages {

  private Messages() {}

  static String secret(String kind, String name, @Nullable Element owner) {
    String of =
        owner instanceof TypeElement type
            ? type.getQualifiedName().toString()
            : String.valueOf(owner);
    return kind
        + " '"
        + name
        + "' of "
        + of
        + " is private; a clause sees what another class of its package sees";
  }

  /** That a member is there but cannot be seen from the package. */
  static String hidden(Element member) {
    String kind = member.getKind().isField() ? "field" : "method";
    String name = member.getSimpleName().toString();
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      return secret(kind, name, member.getEnclosingElement());
    }
    return kind + " '" + name + "' is not visible in this package";
  }

  static String outerInstance(String name, TypeElement owner) {
    return "'"
        + name
        + "' belongs to an instance of "
        + owner.getQualifiedName()
        + ", which a clause does not have";
  }

  /** The nearest of the valid names as a question, if one is near. */
  static String didYouMean(String name, Collection<String> valid) {
    String nearest = Nearest.of(name, valid);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }
}
