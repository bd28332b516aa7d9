package dev.tenon.processor;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes erased descriptors as class files do. */
final class Descriptors {

  private final Toolbox toolbox;

  Descriptors(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  String of(ExecutableElement method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (VariableElement parameter : method.getParameters()) {
      descriptor.append(of(parameter.asType()));
    }
    return descriptor.append(')').append(of(method.getReturnType())).toString();
  }

  private String of(TypeMirror type) {
    TypeMirror erased = toolbox.types().erasure(type);
    return switch (erased.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case CHAR -> "C";
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + of(((ArrayType) erased).getComponentType());
      case DECLARED ->
          "L"
              + toolbox
                  .elements()
                  .getBinaryName((TypeElement) ((DeclaredType) erased).asElement())
                  .toString()
                  .replace('.', '/')
              + ";";
      default -> "Ljava/lang/Object;";
    };
  }
}
