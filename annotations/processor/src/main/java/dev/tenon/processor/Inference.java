package dev.tenon.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Types operators by the rules of JLS 15, which need no compiler: probing each of them would double
 * what a clause costs to compile.
 */
final class Inference {

  private final Toolbox toolbox;
  private final Typing typing;
  private final Map<Integer, TypeMirror> types;

  private Inference(Toolbox toolbox, Typing typing) {
    this.toolbox = toolbox;
    this.typing = typing;
    this.types = typing.types();
  }

  /** The typing with the types of operators added; an operator that does not fit is broken. */
  static Typing complete(Toolbox toolbox, Typing probed) {
    Typing typing = new Typing(probed.clause(), new HashMap<>(probed.types()), probed.literals());
    Inference inference = new Inference(toolbox, typing);
    typing.clause().root().postOrder(inference::infer);
    return typing;
  }

  private void infer(Term term) {
    TypeMirror type =
        switch (term.sort()) {
          case UNARY -> unary(term);
          case BINARY -> binary(term);
          case INSTANCEOF -> primitive(TypeKind.BOOLEAN);
          case INDEX -> component(typing.of(term.children().get(0)));
          default -> null;
        };
    if (type != null) {
      types.putIfAbsent(term.id(), type);
    }
  }

  private @Nullable TypeMirror component(@Nullable TypeMirror array) {
    if (array == null || typing.isBroken(array)) {
      return null;
    }
    return array instanceof ArrayType known ? known.getComponentType() : broken();
  }

  private @Nullable TypeMirror unary(Term term) {
    TypeMirror operand = typing.of(term.children().get(0));
    if (operand == null || typing.isBroken(operand)) {
      return null;
    }
    TypeKind kind = unboxed(operand);
    if (term.text().equals("!")) {
      return kind == TypeKind.BOOLEAN ? primitive(kind) : broken();
    }
    boolean fits = isNumeric(kind) && !(term.text().equals("~") && isReal(kind));
    return fits ? primitive(promoted(kind, TypeKind.INT)) : broken();
  }

  private @Nullable TypeMirror binary(Term term) {
    List<Term> parts = term.children();
    TypeMirror left = typing.of(parts.get(0));
    TypeMirror right = typing.of(parts.get(1));
    if (left == null || right == null || typing.isBroken(left) || typing.isBroken(right)) {
      return besideNothing(term, left, right);
    }
    TypeKind a = unboxed(left);
    TypeKind b = unboxed(right);
    return switch (term.text()) {
      case "&&", "||" -> a == TypeKind.BOOLEAN && b == a ? primitive(a) : broken();
      case "<", ">", "<=", ">=" ->
          isNumeric(a) && isNumeric(b) ? primitive(TypeKind.BOOLEAN) : broken();
      case "==", "!=" -> isComparable(left, right) ? primitive(TypeKind.BOOLEAN) : broken();
      case "<<", ">>", ">>>" ->
          isWhole(a) && isWhole(b) ? primitive(promoted(a, TypeKind.INT)) : broken();
      case "&", "|", "^" -> bits(a, b);
      default -> sum(term, left, right);
    };
  }

  /** An operand without a type: {@code null}, or something that is wrong itself. */
  private @Nullable TypeMirror besideNothing(
      Term term, @Nullable TypeMirror left, @Nullable TypeMirror right) {
    boolean asked = term.text().equals("==") || term.text().equals("!=");
    TypeMirror other = left == null ? right : left;
    boolean primitive = other != null && other.getKind().isPrimitive();
    boolean literal = isNull(term.children().get(0)) || isNull(term.children().get(1));
    if (asked) {
      return primitive && literal ? broken() : primitive(TypeKind.BOOLEAN);
    }
    boolean text = term.text().equals("+") && other != null && isString(other);
    return text ? other : literal && other != null && !typing.isBroken(other) ? broken() : null;
  }

  private static boolean isNull(Term term) {
    Term inside = Terms.inside(term);
    return inside.sort() == Term.Sort.LITERAL && inside.text().equals("null");
  }

  private TypeMirror bits(TypeKind a, TypeKind b) {
    if (a == TypeKind.BOOLEAN && b == TypeKind.BOOLEAN) {
      return primitive(a);
    }
    return isWhole(a) && isWhole(b) ? primitive(promoted(a, b)) : broken();
  }

  private @Nullable TypeMirror sum(Term term, TypeMirror left, TypeMirror right) {
    boolean nothing = left.getKind() == TypeKind.VOID || right.getKind() == TypeKind.VOID;
    if (term.text().equals("+") && !nothing) {
      if (isString(left)) {
        return left;
      }
      if (isString(right)) {
        return right;
      }
    }
    TypeKind a = unboxed(left);
    TypeKind b = unboxed(right);
    return isNumeric(a) && isNumeric(b) ? primitive(promoted(a, b)) : broken();
  }

  private boolean isComparable(TypeMirror left, TypeMirror right) {
    if (left.getKind().isPrimitive() || right.getKind().isPrimitive()) {
      TypeMirror simple = left.getKind().isPrimitive() ? left : right;
      TypeMirror other = left.getKind().isPrimitive() ? right : left;
      TypeKind a = simple.getKind();
      TypeKind b = unboxed(other);
      boolean alike = (isNumeric(a) && isNumeric(b)) || (a == TypeKind.BOOLEAN && b == a);
      TypeMirror boxed = toolbox.types().boxedClass(toolbox.types().getPrimitiveType(a)).asType();
      return alike
          || (!isNumeric(b)
              && b != TypeKind.BOOLEAN
              && toolbox.types().isAssignable(boxed, toolbox.types().erasure(other)));
    }
    return Comparables.of(toolbox, left, right);
  }

  private TypeMirror primitive(TypeKind kind) {
    return toolbox.types().getPrimitiveType(kind);
  }

  /** A type that stands for none. */
  private TypeMirror broken() {
    return toolbox.types().getNoType(TypeKind.NONE);
  }

  private TypeKind unboxed(TypeMirror type) {
    boolean boxable =
        switch (type.getKind()) {
          case DECLARED, TYPEVAR, INTERSECTION -> true;
          default -> false;
        };
    if (!boxable) {
      return type.getKind();
    }
    try {
      TypeMirror bare = type.getKind() == TypeKind.DECLARED ? type : toolbox.types().erasure(type);
      return toolbox.types().unboxedType(bare).getKind();
    } catch (IllegalArgumentException notBoxed) {
      return type.getKind();
    }
  }

  private static boolean isString(TypeMirror type) {
    return TypeNames.of(type).equals("java.lang.String");
  }

  private static boolean isReal(TypeKind kind) {
    return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
  }

  private static boolean isNumeric(TypeKind kind) {
    return kind.isPrimitive() && kind != TypeKind.BOOLEAN;
  }

  private static boolean isWhole(TypeKind kind) {
    return isNumeric(kind) && !isReal(kind);
  }

  private static TypeKind promoted(TypeKind a, TypeKind b) {
    for (TypeKind wide : List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG)) {
      if (a == wide || b == wide) {
        return wide;
      }
    }
    return TypeKind.INT;
  }
}
