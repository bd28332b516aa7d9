package dev.tenon.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types of literals, which need no compiler. */
final class Literals {

  private final Toolbox toolbox;

  Literals(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** The type of a literal; null for {@code null}. */
  @Nullable TypeMirror type(String text) {
    if (text.equals("null")) {
      return null;
    }
    if (text.startsWith("\"")) {
      TypeElement string = toolbox.elements().getTypeElement("java.lang.String");
      return string == null ? null : string.asType();
    }
    return toolbox.types().getPrimitiveType(kind(text));
  }

  private static TypeKind kind(String text) {
    if (text.equals("true") || text.equals("false")) {
      return TypeKind.BOOLEAN;
    }
    if (text.startsWith("'")) {
      return TypeKind.CHAR;
    }
    char last = Character.toLowerCase(text.charAt(text.length() - 1));
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    boolean exponent = hex ? has(text, 'p') : has(text, 'e');
    if (last == 'l') {
      return TypeKind.LONG;
    }
    if (last == 'f' && (!hex || exponent)) {
      return TypeKind.FLOAT;
    }
    boolean real = text.indexOf('.') >= 0 || exponent || (last == 'd' && !hex);
    return real ? TypeKind.DOUBLE : TypeKind.INT;
  }

  private static boolean has(String text, char letter) {
    return text.indexOf(letter) >= 0 || text.indexOf(Character.toUpperCase(letter)) >= 0;
  }
}
