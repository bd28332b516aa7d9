package dev.tenon.internal.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a constraint stands in an operation.
 *
 * @param root the number of the parameter, {@link #RESULT} or {@link #CROSS}
 * @param steps from the parameter or result inwards, one for each container
 * @param text how reports write it
 */
record Position(int root, List<Step> steps, String text) {

  /** The root of what is said of the result. */
  static final int RESULT = -1;

  /** The root of what is said of all parameters together. */
  static final int CROSS = -2;

  Position {
    steps = List.copyOf(steps);
  }

  static Position parameter(int number, String name) {
    return new Position(number, List.of(), name);
  }

  static Position result() {
    return new Position(RESULT, List.of(), "result");
  }

  static Position cross() {
    return new Position(CROSS, List.of(), "parameters");
  }

  /** What stands in a container here. */
  Position inside(Class<?> container, int argument) {
    List<Step> further = new ArrayList<>(steps);
    further.add(new Step(container, argument));
    return new Position(root, further, text + "." + name(container, argument));
  }

  /** The numbers of the type arguments that a validator's path shows: an Optional it leaves out. */
  List<Integer> shown() {
    return steps.stream()
        .filter(step -> step.container() != Optional.class)
        .map(Step::argument)
        .toList();
  }

  private static String name(Class<?> container, int argument) {
    return container.isArray() ? "elements" : container.getTypeParameters()[argument].getName();
  }

  /**
   * One container on the way.
   *
   * @param container its erased static type
   * @param argument the number of the type argument; 0 for an array
   */
  record Step(Class<?> container, int argument) {}
}
