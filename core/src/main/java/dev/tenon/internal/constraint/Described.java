package dev.tenon.internal.constraint;

import dev.tenon.model.Clause;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Constraint.Attribute;
import dev.tenon.model.Constraint.Many;
import dev.tenon.model.Constraint.Nested;
import dev.tenon.model.Constraint.Plain;
import dev.tenon.model.Constraint.Text;
import dev.tenon.model.Constraint.Value;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Constraints as manifests have them, from the annotations of a loaded class. */
final class Described {

  private Described() {}

  static ConstrainedOperation of(Constrained constrained) {
    List<dev.tenon.model.Constraint> all = new ArrayList<>();
    for (Clause.Role role : List.of(Clause.Role.REQUIRES, Clause.Role.ENSURES)) {
      constrained.of(role).forEach(each -> all.add(of(each)));
    }
    return new ConstrainedOperation(
        constrained.operation().name(),
        constrained.operation().descriptor(),
        constrained.operation().parameters(),
        constrained.operation().clauses().get(0).line(),
        all);
  }

  private static dev.tenon.model.Constraint of(Constraint constraint) {
    return new dev.tenon.model.Constraint(
        constraint.position().text(),
        constraint.annotation().annotationType().getName(),
        attributes(constraint.annotation()));
  }

  private static List<Attribute> attributes(Annotation annotation) {
    List<Attribute> attributes = new ArrayList<>();
    Vocabulary.given(annotation)
        .forEach((name, value) -> attributes.add(new Attribute(name, value(value))));
    return attributes;
  }

  private static Value value(Object given) {
    if (given.getClass().isArray()) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < Array.getLength(given); i++) {
        values.add(value(Array.get(given, i)));
      }
      return new Many(values);
    }
    if (given instanceof Annotation nested) {
      return new Nested(nested.annotationType().getName(), attributes(nested));
    }
    if (given instanceof Class<?> type) {
      return new Text(type.getName());
    }
    if (given instanceof Enum<?> constant) {
      return new Text(constant.name());
    }
    return given instanceof Number || given instanceof Boolean
        ? new Plain(given.toString())
        : new Text(given.toString());
  }
}
