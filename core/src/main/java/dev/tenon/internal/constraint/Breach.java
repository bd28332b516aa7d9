package dev.tenon.internal.constraint;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * What a validator found wrong.
 *
 * @param annotation the constraint; one that it is composed of, where that is what was wrong
 * @param root the number of the parameter, {@link Position#RESULT} or {@link Position#CROSS}
 * @param arguments the number of the type argument in each container on the way
 * @param isOfWhole whether the parameter or result itself is what was wrong
 * @param isCascaded whether it was found inside the value, by the value's own constraints
 * @param message what the validator says, interpolated
 * @param path where, as the validator writes it
 */
record Breach(
    Annotation annotation,
    int root,
    List<Integer> arguments,
    boolean isOfWhole,
    boolean isCascaded,
    String message,
    String path) {

  /** Whether this is about a constraint. */
  boolean isOf(Constraint constraint) {
    if (constraint.position().root() != root) {
      return false;
    }
    if (isCascaded || constraint.isCascade()) {
      return isCascaded && constraint.isCascade();
    }
    return isAt(constraint)
        && (annotation.equals(constraint.annotation()) || isPartOf(constraint.annotation(), 0));
  }

  /**
   * Where, by the names of the source: a validator says {@code arg2} where the class file tells it
   * none.
   */
  String path(List<String> parameters) {
    String unnamed = ".arg" + root;
    int at = path.indexOf('.');
    int end = at + unnamed.length();
    return root >= 0
            && path.startsWith(unnamed, at)
            && (end == path.length() || !Character.isJavaIdentifierPart(path.charAt(end)))
        ? path.substring(0, at + 1) + parameters.get(root) + path.substring(end)
        : path;
  }

  /** The path of what stands in an Optional is that of the Optional: the value tells them apart. */
  private boolean isAt(Constraint constraint) {
    Position position = constraint.position();
    if (!position.shown().equals(arguments)) {
      return false;
    }
    boolean isOfOptional =
        position.steps().isEmpty()
            && constraint.type() == Optional.class
            && !new Members(annotation).saysWhatIsUnwrapped();
    boolean isOfContent = arguments.isEmpty() && !position.steps().isEmpty();
    return (!isOfOptional && !isOfContent) || isOfOptional == isOfWhole;
  }

  private boolean isPartOf(Annotation composed, int depth) {
    if (depth > 5) {
      return false;
    }
    for (Annotation part : Vocabulary.constraints(composed.annotationType().getAnnotations())) {
      if (part.annotationType() == annotation.annotationType() || isPartOf(part, depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
