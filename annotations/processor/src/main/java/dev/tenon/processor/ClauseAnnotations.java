package dev.tenon.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreePath;
import dev.tenon.model.Clause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clause annotations of a bearer in source order.
 *
 * <p>The values come from the elements, which know constants; order and places come from the tree,
 * since elements group repeated annotations.
 */
final class ClauseAnnotations {

  static final String SEAM = "dev.tenon.contract.Seam";
  static final String REQUIRES = "dev.tenon.contract.Requires";
  static final String ENSURES = "dev.tenon.contract.Ensures";
  static final String THROWS = "dev.tenon.contract.Throws";
  static final String INVARIANT = "dev.tenon.contract.Invariant";

  /** The annotations that clauses are written with. */
  static final List<String> ALL = List.of(REQUIRES, ENSURES, THROWS, INVARIANT);

  /** One annotation with its tree. */
  record Written(Clause.Role role, AnnotationTree tree, Map<String, Object> values) {

    /** The text of a member; empty for none. */
    String value(String member) {
      return values.get(member) instanceof String text ? text : "";
    }

    /** The type that a member names; null for none, and for one that does not exist. */
    @Nullable TypeElement type(String member) {
      return values.get(member) instanceof DeclaredType type && type.getKind() != TypeKind.ERROR
          ? (TypeElement) type.asElement()
          : null;
    }

    /** The expression given for a member; the name of the annotation if there is none. */
    ExpressionTree expression(String member) {
      ExpressionTree found = null;
      for (ExpressionTree argument : tree.getArguments()) {
        if (!(argument instanceof AssignmentTree assignment)) {
          found = member.equals("value") ? argument : found;
        } else if (assignment.getVariable().toString().equals(member)) {
          found = assignment.getExpression();
        }
      }
      return found == null ? (ExpressionTree) tree.getAnnotationType() : found;
    }
  }

  private final Toolbox toolbox;

  ClauseAnnotations(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  List<Written> of(Bearer bearer) {
    Map<Clause.Role, Deque<Map<String, Object>>> values = new EnumMap<>(Clause.Role.class);
    for (Clause.Role role : Clause.Role.values()) {
      values.put(role, new ArrayDeque<>());
    }
    for (AnnotationMirror mirror : bearer.element().getAnnotationMirrors()) {
      collect(mirror, values);
    }
    TreePath modifiers = new TreePath(bearer.path(), bearer.modifiers());
    List<Written> written = new ArrayList<>();
    for (AnnotationTree tree : bearer.modifiers().getAnnotations()) {
      String name = typeName(new TreePath(modifiers, tree));
      Clause.Role role = roleOf(name);
      if (role == null) {
        continue;
      }
      for (AnnotationTree single : name.endsWith(".List") ? contained(tree) : List.of(tree)) {
        Map<String, Object> found = values.get(role) == null ? null : values.get(role).poll();
        if (found != null && found.containsKey("value")) {
          written.add(new Written(role, single, found));
        }
      }
    }
    return written;
  }

  /** Whether the name is of a clause annotation or of its container. */
  static Clause.@Nullable Role roleOf(String annotation) {
    return switch (annotation) {
      case REQUIRES, REQUIRES + ".List" -> Clause.Role.REQUIRES;
      case ENSURES, ENSURES + ".List" -> Clause.Role.ENSURES;
      case THROWS, THROWS + ".List" -> Clause.Role.THROWS;
      case INVARIANT, INVARIANT + ".List" -> Clause.Role.INVARIANT;
      default -> null;
    };
  }

  /** Whether a method, constructor or type carries clauses. */
  static boolean isOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> roleOf(nameOf(mirror)) != null);
  }

  /** Whether a type, or one of its members, carries clauses. */
  static boolean isWithin(TypeElement type) {
    return isOn(type) || type.getEnclosedElements().stream().anyMatch(ClauseAnnotations::isOn);
  }

  /** Whether a type is a seam by what stands on it and in it, unless it speaks about another. */
  static boolean makeSeam(TypeElement type) {
    return Annotated.with(type, SEAM) || isWithin(type);
  }

  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  private String typeName(TreePath annotation) {
    AnnotationTree tree = (AnnotationTree) annotation.getLeaf();
    Element element =
        toolbox.trees().getElement(new TreePath(annotation, tree.getAnnotationType()));
    return element instanceof TypeElement type ? type.getQualifiedName().toString() : "";
  }

  private static List<AnnotationTree> contained(AnnotationTree container) {
    List<AnnotationTree> found = new ArrayList<>();
    for (ExpressionTree argument : container.getArguments()) {
      ExpressionTree value =
          argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
      if (value instanceof AnnotationTree single) {
        found.add(single);
      } else if (value instanceof NewArrayTree array) {
        array.getInitializers().forEach(each -> found.add((AnnotationTree) each));
      }
    }
    return found;
  }

  private static void collect(
      AnnotationMirror mirror, Map<Clause.Role, Deque<Map<String, Object>>> values) {
    String name = nameOf(mirror);
    Clause.Role role = roleOf(name);
    if (role == null) {
      return;
    }
    Map<String, Object> members = new HashMap<>();
    for (var entry : mirror.getElementValues().entrySet()) {
      Object value = entry.getValue().getValue();
      if (value instanceof List<?> contained) {
        for (Object each : contained) {
          if (each instanceof AnnotationValue nested
              && nested.getValue() instanceof AnnotationMirror single) {
            collect(single, values);
          }
        }
      } else {
        members.put(entry.getKey().getSimpleName().toString(), value);
      }
    }
    Deque<Map<String, Object>> known = values.get(role);
    if (known != null && !name.endsWith(".List")) {
      known.add(members);
    }
  }
}
