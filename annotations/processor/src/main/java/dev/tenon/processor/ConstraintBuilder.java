package dev.tenon.processor;

import com.sun.source.tree.LineMap;
import dev.tenon.model.ConstrainedOperation;
import dev.tenon.model.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Makes the constraints of a contract from those that stand in one round. */
final class ConstraintBuilder {

  private final Toolbox toolbox;
  private final Descriptors descriptors;

  ConstraintBuilder(Toolbox toolbox) {
    this.toolbox = toolbox;
    this.descriptors = new Descriptors(toolbox);
  }

  ConstrainedOperation build(Constrained constrained, LineMap lines) {
    int first =
        constrained.constraints().stream()
            .mapToInt(Placed::offset)
            .filter(at -> at > 0)
            .min()
            .orElse(0);
    return build(constrained, first == 0 ? 0 : (int) lines.getLineNumber(first));
  }

  /** Without its line, of a type that may have no source here. */
  ConstrainedOperation build(Constrained constrained) {
    return build(constrained, 0);
  }

  private ConstrainedOperation build(Constrained constrained, int line) {
    return new ConstrainedOperation(
        constrained.element().getSimpleName().toString(),
        descriptors.of(constrained.element()),
        constrained.element().getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .toList(),
        line,
        constrained.constraints().stream().map(this::constraint).toList());
  }

  Constraint constraint(Placed placed) {
    return new Constraint(
        placed.position(), name(placed.annotation()), attributes(placed.annotation()));
  }

  private String name(AnnotationMirror annotation) {
    return toolbox.elements().getBinaryName(ConstraintAnnotations.typeOf(annotation)).toString();
  }

  private List<Constraint.Attribute> attributes(AnnotationMirror annotation) {
    List<Constraint.Attribute> attributes = new ArrayList<>();
    annotation
        .getElementValues()
        .forEach(
            (attribute, value) ->
                attributes.add(
                    new Constraint.Attribute(
                        attribute.getSimpleName().toString(), value(value.getValue()))));
    attributes.sort(Comparator.comparing(Constraint.Attribute::name));
    return attributes;
  }

  private Constraint.Value value(Object value) {
    if (value instanceof AnnotationMirror nested) {
      return new Constraint.Nested(name(nested), attributes(nested));
    }
    if (value instanceof List<?> list) {
      List<Constraint.Value> values = new ArrayList<>();
      for (Object each : list) {
        values.add(value(((AnnotationValue) each).getValue()));
      }
      return new Constraint.Many(values);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      // JDKs differ in how they write the shortest decimal: the exact one is the same everywhere.
      return Double.isFinite(number)
          ? new Constraint.Plain(new BigDecimal(number).toString())
          : new Constraint.Text(Double.toString(number));
    }
    if (value instanceof Number || value instanceof Boolean) {
      return new Constraint.Plain(value.toString());
    }
    if (value instanceof TypeMirror type) {
      return new Constraint.Text(name(type));
    }
    return new Constraint.Text(
        value instanceof VariableElement constant
            ? constant.getSimpleName().toString()
            : value.toString());
  }

  private String name(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return name(array.getComponentType()) + "[]";
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? toolbox.elements().getBinaryName(element).toString()
        : type.toString();
  }
}
