package dev.tenon.testkit.relation;

import dev.tenon.model.Node;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of parts of clauses, as far as the values that they read are known. It serves drawing
 * alone: whether a clause holds, the clause itself is asked.
 */
final class Interpreter {

  private final ClassLoader loader;
  private final Map<String, @Nullable Object> known;
  private final Map<Node, @Nullable Object> old;

  /**
   * An interpreter.
   *
   * @param loader the loader of the seam
   * @param known values by name of parameter, {@code result} or {@code this}
   * @param old values at entry, by what stands under {@code old}
   */
  Interpreter(
      ClassLoader loader, Map<String, @Nullable Object> known, Map<Node, @Nullable Object> old) {
    this.loader = loader;
    this.known = known;
    this.old = old;
  }

  /**
   * The value of a part.
   *
   * @throws UnknownValueException if it cannot be told
   */
  @Nullable Object value(Node node) {
    return switch (node.kind()) {
      case LITERAL -> Constants.literal(node);
      case PARAMETER -> known(node.text());
      case RESULT -> known("result");
      case THIS -> known("this");
      case OLD -> entry(node.children().get(0));
      case FIELD -> field(node);
      case CALL -> call(node);
      case STATIC_CALL -> Invoked.ofClass(type(owner(node)), member(node), values(node.children()));
      case UNARY -> Arithmetic.unary(node, value(node.children().get(0)));
      case BINARY -> binary(node);
      case CAST -> Arithmetic.cast(node.type(), value(node.children().get(0)));
      case INDEX -> element(node);
      case OPAQUE -> Constants.decimal(node);
      case LOCAL, INSTANCEOF, CONDITIONAL -> throw new UnknownValueException(node.text());
    };
  }

  private @Nullable Object known(String name) {
    if (!known.containsKey(name)) {
      throw new UnknownValueException(name);
    }
    return known.get(name);
  }

  private @Nullable Object entry(Node node) {
    if (!old.containsKey(node)) {
      throw new UnknownValueException("old");
    }
    return old.get(node);
  }

  private List<@Nullable Object> values(List<Node> nodes) {
    return nodes.stream().<@Nullable Object>map(this::value).toList();
  }

  private @Nullable Object call(Node node) {
    List<Node> parts = node.children();
    Object receiver = value(parts.get(0));
    if (receiver == null) {
      throw new UnknownValueException("null." + node.text());
    }
    return Invoked.on(receiver, node.text(), values(parts.subList(1, parts.size())));
  }

  private @Nullable Object binary(Node node) {
    Object left = value(node.children().get(0));
    Object right = value(node.children().get(1));
    return Arithmetic.binary(node, left, right);
  }

  private @Nullable Object field(Node node) {
    if (node.children().isEmpty()) {
      return read(type(owner(node)), null, member(node));
    }
    Object receiver = value(node.children().get(0));
    if (receiver == null) {
      throw new UnknownValueException("null." + node.text());
    }
    return receiver.getClass().isArray() && node.text().equals("length")
        ? (Object) Array.getLength(receiver)
        : read(receiver.getClass(), receiver, node.text());
  }

  private static @Nullable Object read(Class<?> type, @Nullable Object receiver, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        Field field = each.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(receiver);
      } catch (NoSuchFieldException further) {
        // In a superclass.
      } catch (ReflectiveOperationException | RuntimeException closed) {
        throw new UnknownValueException(name);
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      try {
        return each.getField(name).get(null);
      } catch (ReflectiveOperationException | RuntimeException further) {
        // In another.
      }
    }
    throw new UnknownValueException(name);
  }

  private @Nullable Object element(Node node) {
    Object array = value(node.children().get(0));
    Object index = value(node.children().get(1));
    try {
      return array != null && index instanceof Number number
          ? Array.get(array, number.intValue())
          : null;
    } catch (RuntimeException outside) {
      throw new UnknownValueException(node.text());
    }
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      throw new UnknownValueException(name);
    }
  }

  private static String owner(Node node) {
    int end = node.text().lastIndexOf('#');
    if (end < 0) {
      throw new UnknownValueException(node.text());
    }
    return node.text().substring(0, end);
  }

  private static String member(Node node) {
    return node.text().substring(node.text().lastIndexOf('#') + 1);
  }

  /** A number as a decimal; null for what is none, and for NaN and infinities. */
  static @Nullable BigDecimal decimal(@Nullable Object value) {
    return Arithmetic.decimal(value);
  }
}
