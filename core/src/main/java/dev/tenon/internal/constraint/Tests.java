package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import dev.tenon.model.Clause;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the constraints of one role of an operation: which are compiled, which the
 * validator is asked about, and which cannot count.
 *
 * <p>Immutable.
 */
final class Tests {

  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";
  private static final String SEQUENCE = "jakarta.validation.GroupSequence";
  private static final String SEQUENCE_PROVIDER =
      "org.hibernate.validator.group.GroupSequenceProvider";

  private final List<@Nullable MethodHandle> tests;
  private final long delegated;

  private Tests(List<@Nullable MethodHandle> tests, long delegated) {
    this.tests = tests;
    this.delegated = delegated;
  }

  static Tests of(
      Class<?> declaring,
      Constrained constrained,
      Clause.Role role,
      Class<?> receiver,
      Supplier<Flag> flags,
      Consumer<String> problems) {
    boolean isAsked =
        isSequenced(receiver) || Validators.areMapped(declaring, receiver, constrained);
    List<@Nullable MethodHandle> tests = new ArrayList<>();
    long delegated = 0;
    for (Constraint each : constrained.of(role)) {
      MethodHandle test = null;
      Translation translation =
          isAsked || each.isCascade() || !isByDefault(each.annotation())
              ? new Translation.Delegated("only the validator knows")
              : translation(declaring, each, flags);
      if (translation instanceof Translation.Inlined inlined) {
        test = contained(each.position(), inlined.test(), flags);
      }
      if (translation instanceof Translation.Misplaced misplaced) {
        problems.accept(constrained.operation().name() + ": " + misplaced.problem());
      } else if (test == null) {
        delegated |= 1L << tests.size();
      }
      tests.add(test);
    }
    if (delegated != 0) {
      Validators.Found found = Validators.of(declaring);
      if (found.validation() == null) {
        problems.accept(missing(constrained, role, delegated, found.reason()));
      }
    }
    return new Tests(tests, delegated);
  }

  private static Translation translation(
      Class<?> declaring, Constraint constraint, Supplier<Flag> flags) {
    Annotation annotation = constraint.annotation();
    return Translations.of(
        annotation,
        constraint.type(),
        Validators.dialect(declaring, Vocabulary.isOfTime(annotation), flags));
  }

  private static String missing(
      Constrained constrained, Clause.Role role, long delegated, String reason) {
    List<Clause> clauses = constrained.operation().of(role);
    String first = clauses.get(Long.numberOfTrailingZeros(delegated)).text();
    int further = Long.bitCount(delegated) - 1;
    return constrained.operation().name()
        + ": "
        + first
        + (further == 0 ? "" : " and " + further + " more")
        + " can be checked by a validator alone, and "
        + reason;
  }

  private static @Nullable MethodHandle contained(
      Position position, MethodHandle test, Supplier<Flag> flags) {
    MethodHandle outer = test;
    List<Position.Step> steps = position.steps();
    for (int i = steps.size() - 1; i >= 0 && outer != null; i--) {
      outer = Containers.test(steps.get(i), outer, flags);
    }
    return outer;
  }

  /** Whether it is asked where nobody names a group. */
  private static boolean isByDefault(Annotation constraint) {
    List<Class<?>> groups = Vocabulary.groups(constraint);
    return groups.isEmpty()
        || groups.stream().anyMatch(group -> group.getName().equals(DEFAULT_GROUP));
  }

  /** Whether a class says itself what its default group is. */
  static boolean isSequenced(Class<?> receiver) {
    for (Class<?> at = receiver; at != null; at = at.getSuperclass()) {
      for (Annotation each : at.getAnnotations()) {
        String name = each.annotationType().getName();
        if (name.equals(SEQUENCE) || name.equals(SEQUENCE_PROVIDER)) {
          return true;
        }
      }
    }
    return false;
  }

  int count() {
    return tests.size();
  }

  /** (value)boolean; null when it is not compiled. */
  @Nullable MethodHandle test(int number) {
    return tests.get(number);
  }

  /** A bit for each constraint that the validator is asked about. */
  long delegated() {
    return delegated;
  }

  boolean asksValidator() {
    return delegated != 0;
  }
}
