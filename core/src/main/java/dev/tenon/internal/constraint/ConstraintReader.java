package dev.tenon.internal.constraint;

import dev.tenon.contract.Sensitive;
import dev.tenon.model.Clause;
import dev.tenon.model.Expression;
import dev.tenon.model.Node;
import dev.tenon.model.Operation;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the constraints of one type. Confined to one thread. */
final class ConstraintReader {

  private final Class<?> type;
  private final SourceNames names;
  private final List<Constrained> operations = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  ConstraintReader(Class<?> type) {
    this.type = type;
    this.names = SourceNames.of(type);
  }

  Constraints read() {
    try {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (!constructor.isSynthetic()) {
          read(constructor, Operation.CONSTRUCTOR, void.class);
        }
      }
      for (Method method : type.getDeclaredMethods()) {
        // javac copies annotations to bridges.
        if (!method.isSynthetic()) {
          read(method, method.getName(), method.getReturnType());
        }
      }
    } catch (LinkageError | TypeNotPresentException unreadable) {
      // What cannot be read is said where its clauses are read.
      return new Constraints(List.of(), List.of());
    } catch (RuntimeException closed) {
      return new Constraints(
          List.of(), List.of("its constraints cannot be read (" + closed.getMessage() + ")"));
    }
    return new Constraints(operations, problems);
  }

  private void read(Executable executable, String name, Class<?> result) {
    List<Constraint> requires = new ArrayList<>();
    List<Constraint> ensures = new ArrayList<>();
    Parameter[] parameters = executable.getParameters();
    String descriptor =
        MethodType.methodType(result, executable.getParameterTypes()).toMethodDescriptorString();
    List<String> called = names.parameters(executable, name, descriptor);
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      Position position = Position.parameter(i, called.get(i));
      lookForUnsupported(name, parameters[i]);
      add(requires, position, parameters[i].getType(), parameters[i].getAnnotations());
      if (types.length == parameters.length) {
        readInside(requires, position, types[i]);
      }
    }
    lookForUnsupported(name, executable);
    for (Annotation each : Vocabulary.constraints(executable.getAnnotations())) {
      if (Targets.isCross(each, parameters.length, result, executable instanceof Constructor)) {
        add(requires, Position.cross(), Object[].class, each);
      } else {
        Class<?> made = executable instanceof Constructor ? type : result;
        add(ensures, Position.result(), made, each);
      }
    }
    if (executable instanceof Method method) {
      readInside(ensures, Position.result(), method.getAnnotatedReturnType());
    }
    if (requires.isEmpty() && ensures.isEmpty()) {
      return;
    }
    if (Modifier.isStatic(executable.getModifiers())) {
      problems.add(
          name + ": Bean Validation ignores constraints of static methods; use @Requires there");
      return;
    }
    List<Clause> clauses = new ArrayList<>();
    int line = names.line(name, descriptor);
    Map<String, Integer> taken = new LinkedHashMap<>();
    for (Constraint each : requires) {
      clauses.add(clause(Clause.Role.REQUIRES, each, taken, executable, line));
    }
    for (Constraint each : ensures) {
      clauses.add(clause(Clause.Role.ENSURES, each, taken, executable, line));
    }
    operations.add(
        new Constrained(
            new Operation(name, descriptor, false, called, clauses, List.of(), false),
            executable,
            names.file(name, descriptor),
            requires,
            ensures));
  }

  private void lookForUnsupported(String name, AnnotatedElement on) {
    for (Annotation each : on.getAnnotations()) {
      if (Vocabulary.isUnsupported(each)) {
        problems.add(
            name
                + ": "
                + each.annotationType().getName()
                + " is present and not supported; use jakarta.validation");
      }
    }
  }

  private static void add(
      List<Constraint> to, Position position, Class<?> of, Annotation... annotations) {
    for (Annotation each : Vocabulary.constraints(annotations)) {
      to.add(new Constraint(each, position, of));
    }
  }

  /** What is said of the type arguments and elements. */
  private void readInside(List<Constraint> to, Position position, AnnotatedType written) {
    if (written instanceof AnnotatedParameterizedType parameterized
        && parameterized.getType() instanceof ParameterizedType of
        && of.getRawType() instanceof Class<?> container) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        Position inside = position.inside(container, i);
        add(to, inside, erased(arguments[i].getType()), arguments[i].getAnnotations());
        readInside(to, inside, arguments[i]);
      }
    } else if (written instanceof AnnotatedArrayType array) {
      readElements(to, position, array);
    }
  }

  private void readElements(List<Constraint> to, Position position, AnnotatedArrayType array) {
    AnnotatedType element = array.getAnnotatedGenericComponentType();
    Position inside = position.inside(erased(array.getType()), 0);
    // Before an array type an annotation is written once, and javac puts it in both places.
    List<Annotation> outside =
        to.stream()
            .filter(each -> each.position().equals(position))
            .map(Constraint::annotation)
            .toList();
    for (Annotation each : Vocabulary.constraints(element.getAnnotations())) {
      if (!outside.contains(each)) {
        to.add(new Constraint(each, inside, erased(element.getType())));
      }
    }
    for (Annotation each : Vocabulary.constraints(array.getAnnotations())) {
      if (position.steps().isEmpty() && !outside.contains(each)) {
        problems.add(
            Vocabulary.text(each)
                + " behind the element type of "
                + position.text()
                + " says nothing to Bean Validation; write it before the type");
      }
    }
    readInside(to, inside, element);
  }

  private static Class<?> erased(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return erased(parameterized.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return erased(array.getGenericComponentType()).arrayType();
    }
    if (type instanceof TypeVariable<?> variable) {
      return erased(variable.getBounds()[0]);
    }
    return type instanceof WildcardType wildcard
        ? erased(wildcard.getUpperBounds()[0])
        : Object.class;
  }

  private static Clause clause(
      Clause.Role role,
      Constraint constraint,
      Map<String, Integer> names,
      Executable executable,
      int line) {
    String text = Vocabulary.text(constraint.annotation());
    String position = constraint.position().text();
    String name = position + "." + constraint.annotation().annotationType().getSimpleName();
    int number = names.merge(name, 1, Integer::sum);
    String message = Vocabulary.message(constraint.annotation());
    return new Clause(
        role,
        number == 1 ? name : name + "." + number,
        text + " " + position,
        message.startsWith("{") ? "" : message,
        "",
        line,
        true,
        List.of(),
        List.of(new Expression(root(constraint.position()), isSensitive(constraint, executable))),
        new Node(Node.Kind.STATIC_CALL, "boolean", text + " " + position, List.of()));
  }

  private static String root(Position position) {
    int end = position.text().indexOf('.');
    return end < 0 ? position.text() : position.text().substring(0, end);
  }

  private static boolean isSensitive(Constraint constraint, Executable executable) {
    int root = constraint.position().root();
    if (root == Position.CROSS) {
      return Arrays.stream(executable.getParameters()).anyMatch(ConstraintReader::isSensitive);
    }
    if (root == Position.RESULT) {
      return executable.isAnnotationPresent(Sensitive.class)
          || (executable instanceof Method method
              && method.getReturnType().isAnnotationPresent(Sensitive.class));
    }
    return isSensitive(executable.getParameters()[root]);
  }

  private static boolean isSensitive(Parameter parameter) {
    return parameter.isAnnotationPresent(Sensitive.class)
        || parameter.getType().isAnnotationPresent(Sensitive.class);
  }
}
