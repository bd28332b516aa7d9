package dev.tenon.processor;

import dev.tenon.model.Nearest;
import java.util.Collection;
import javax.lang.model.element.Element;
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
