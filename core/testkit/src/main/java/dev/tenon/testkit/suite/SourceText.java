package dev.tenon.testkit.suite;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Java writes them; objects that are used again get a name. */
final class SourceText {

  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();

  /** Declarations of the objects among the arguments that have no name yet. */
  List<String> declared(List<@Nullable Object> arguments) {
    List<String> lines = new ArrayList<>();
    for (Object each : arguments) {
      if (each != null && hasIdentity(each) && !names.containsKey(each)) {
        String made = "var " + name(each) + " = " + made(each) + ";";
        lines.add(made);
        names.put(each, name(each));
      }
    }
    return lines;
  }

  /** The line with its result kept under a name. */
  String assigned(Object result, String line) {
    if (names.containsKey(result)) {
      return line;
    }
    String name = name(result);
    names.put(result, name);
    return "var " + name + " = " + line;
  }

  private String name(Object value) {
    String simple = value.getClass().isArray() ? "array" : value.getClass().getSimpleName();
    String kind = value instanceof List ? "list" : value instanceof Map ? "map" : simple;
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + (names.size() + 1);
  }

  private static boolean hasIdentity(Object value) {
    return value instanceof Collection
        || value instanceof Map
        || value.getClass().isArray()
        || !(value.getClass().getName().startsWith("java.")
            || value instanceof Enum
            || value.getClass().isRecord());
  }

  String list(List<@Nullable Object> values) {
    return values.stream().map(this::of).collect(Collectors.joining(", "));
  }

  String of(@Nullable Object value) {
    String name = value == null ? "null" : names.get(value);
    return name != null || value == null ? String.valueOf(name) : made(value);
  }

  private String made(Object value) {
    if (value instanceof Enum<?> constant) {
      return type(constant.getDeclaringClass()) + "." + constant.name();
    }
    if (value instanceof Collection<?> collection) {
      return collection(collection);
    }
    if (value instanceof Map<?, ?> map) {
      String entries =
          map.entrySet().stream()
              .map(each -> of(each.getKey()) + ", " + of(each.getValue()))
              .collect(Collectors.joining(", "));
      return "new java.util.LinkedHashMap<>(java.util.Map.of(" + entries + "))";
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent()
          ? "java.util.Optional.of(" + of(optional.get()) + ")"
          : "java.util.Optional.empty()";
    }
    if (value.getClass().isArray()) {
      return array(value);
    }
    String plain = Plain.text(value);
    return plain.isEmpty() ? object(value) : plain;
  }

  private String collection(Collection<?> collection) {
    String elements = list(new ArrayList<>(collection));
    boolean hasNull = collection.stream().anyMatch(each -> each == null);
    String of =
        hasNull || !(collection instanceof Set)
            ? "java.util.Arrays.asList(" + elements + ")"
            : "java.util.List.of(" + elements + ")";
    String type = collection instanceof Set ? "LinkedHashSet" : "ArrayList";
    return "new java.util." + type + "<>(" + of + ")";
  }

  private String array(Object array) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return "new " + type(array.getClass().getComponentType()) + "[] {" + list(elements) + "}";
  }

  /** By a constructor whose parameters the object tells again. */
  private String object(Object value) {
    Class<?> type = value.getClass();
    List<String> arguments = new ArrayList<>();
    if (type.isRecord()) {
      for (RecordComponent each : type.getRecordComponents()) {
        arguments.add(read(value, each.getAccessor()));
      }
      return "new " + type(type) + "(" + String.join(", ", arguments) + ")";
    }
    for (Constructor<?> each : type.getConstructors()) {
      List<String> told = told(value, each);
      if (told != null) {
        return "new " + type(type) + "(" + String.join(", ", told) + ")";
      }
    }
    return "/* make it: " + type(type) + " */ null";
  }

  private @Nullable List<String> told(Object value, Constructor<?> constructor) {
    List<String> told = new ArrayList<>();
    for (Parameter each : constructor.getParameters()) {
      Method accessor = each.isNamePresent() ? accessor(value.getClass(), each) : null;
      if (accessor == null) {
        return null;
      }
      told.add(read(value, accessor));
    }
    return told;
  }

  private static @Nullable Method accessor(Class<?> type, Parameter parameter) {
    String name = parameter.getName();
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String each : List.of(name, "get" + capital, "is" + capital)) {
      Optional<Method> found =
          Arrays.stream(type.getMethods())
              .filter(method -> method.getName().equals(each) && method.getParameterCount() == 0)
              .filter(method -> method.getReturnType() == parameter.getType())
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
    }
    return null;
  }

  private String read(Object value, Method accessor) {
    try {
      accessor.setAccessible(true);
      return of(accessor.invoke(value));
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return "/* " + accessor.getName() + " */ null";
    }
  }

  private static String type(Class<?> type) {
    String canonical = type.getCanonicalName();
    return canonical == null ? type.getName() : canonical;
  }

  /** Values that have no parts. */
  static final class Plain {

    private Plain() {}

    /** Empty for what is none. */
    static String text(Object value) {
      if (value instanceof String text) {
        return '"' + escaped(text) + '"';
      }
      if (value instanceof Character c) {
        return "'" + (c == '\'' ? "\\'" : c == '"' ? "\"" : escaped(String.valueOf(c))) + "'";
      }
      if (value instanceof Long) {
        return value + "L";
      }
      if (value instanceof Byte || value instanceof Short) {
        return "(" + (value instanceof Byte ? "byte" : "short") + ") " + value;
      }
      if (value instanceof Integer || value instanceof Boolean) {
        return value.toString();
      }
      if (value instanceof Double || value instanceof Float) {
        return real((Number) value);
      }
      if (value instanceof BigDecimal || value instanceof BigInteger) {
        return "new " + value.getClass().getName() + "(\"" + value + "\")";
      }
      boolean isParsed =
          value.getClass().getName().startsWith("java.time.")
              && Arrays.stream(value.getClass().getMethods())
                  .anyMatch(
                      each ->
                          each.getName().equals("parse")
                              && Arrays.equals(
                                  each.getParameterTypes(), new Class<?>[] {CharSequence.class}));
      if (isParsed) {
        return value.getClass().getName() + ".parse(\"" + value + "\")";
      }
      return value instanceof java.util.UUID ? "java.util.UUID.fromString(\"" + value + "\")" : "";
    }

    private static String real(Number value) {
      boolean isFloat = value instanceof Float;
      double real = value.doubleValue();
      if (Double.isNaN(real) || Double.isInfinite(real)) {
        String constant = Double.isNaN(real) ? "NaN" : real > 0 ? "POSITIVE" : "NEGATIVE";
        return (isFloat ? "Float." : "Double.")
            + constant
            + (Double.isNaN(real) ? "" : "_INFINITY");
      }
      return isFloat ? value + "f" : value.toString();
    }

    private static String escaped(String text) {
      StringBuilder escaped = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        if (each == '"' || each == '\\') {
          escaped.append('\\').append(each);
        } else if (each < ' ' || each > '~') {
          escaped.append(String.format("\\u%04x", (int) each));
        } else {
          escaped.append(each);
        }
      }
      // These would be line ends and quotes before the compiler reads the text.
      return escaped.toString().replace("\\u000a", "\\n").replace("\\u000d", "\\r");
    }
  }
}
