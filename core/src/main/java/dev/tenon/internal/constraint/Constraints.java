package dev.tenon.internal.constraint;

import dev.tenon.internal.declaration.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that types put on their operations, read once for each type. Thread-safe.
 *
 * @param operations the operations that have some, in no order that matters
 * @param problems what is declared and cannot count, each with what to do
 */
public record Constraints(List<Constrained> operations, List<String> problems) {

  private static final Constraints NONE = new Constraints(List.of(), List.of());

  private static final Kept<Constraints> READ =
      new Kept<>() {
        @Override
        protected Constraints compute(Class<?> type) {
          return new ConstraintReader(type).read();
        }
      };

  /**
   * Keeps copies.
   *
   * @param operations the operations that have some
   * @param problems what is declared and cannot count
   */
  public Constraints {
    operations = List.copyOf(operations);
    problems = List.copyOf(problems);
  }

  /**
   * What one type declares itself.
   *
   * @param type any type
   * @return its constraints, without those that it inherits
   */
  public static Constraints of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    boolean isOfTheJdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
    return isOfTheJdk ? NONE : READ.of(type);
  }

  /**
   * Whether there is nothing of it.
   *
   * @return true when there is neither a constraint nor a problem
   */
  public boolean isEmpty() {
    return operations.isEmpty() && problems.isEmpty();
  }

  /**
   * The constraints of one operation.
   *
   * @param name its name
   * @param descriptor its erased descriptor
   * @return the constraints; null when it has none
   */
  public @Nullable Constrained of(String name, String descriptor) {
    for (Constrained each : operations) {
      if (each.operation().name().equals(name)
          && each.operation().descriptor().equals(descriptor)) {
        return each;
      }
    }
    return null;
  }
}
