package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import dev.tenon.contract.companion.Trace;
import dev.tenon.model.Clause;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of one role of an operation as handles: what can be compiled is, the validator is
 * asked for the rest, once for all of it.
 *
 * <p>Thread-safe.
 */
public final class ConstraintSide {

  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";
  private static final String SEQUENCE = "jakarta.validation.GroupSequence";
  private static final String SEQUENCE_PROVIDER =
      "org.hibernate.validator.group.GroupSequenceProvider";

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle IS_ARMED =
      own("isArmed", MethodType.methodType(boolean.class, long.class, long.class));

  private final List<Clause> clauses;
  private final List<Constraint> constraints;
  private final MethodType operands;
  private final @Nullable MethodHandle[] tests;
  private final Delegate delegate;
  private final boolean isOfResult;
  private final boolean isOfConstructor;
  private final long delegated;

  private ConstraintSide(
      List<Clause> clauses,
      List<Constraint> constraints,
      MethodType operands,
      @Nullable MethodHandle[] tests,
      Delegate delegate,
      boolean isOfResult,
      boolean isOfConstructor,
      long delegated) {
    this.clauses = clauses;
    this.constraints = constraints;
    this.operands = operands;
    this.tests = tests;
    this.delegate = delegate;
    this.isOfResult = isOfResult;
    this.isOfConstructor = isOfConstructor;
    this.delegated = delegated;
  }

  /**
   * Links the constraints of one role.
   *
   * @param declaring the type that declares them
   * @param constrained the operation
   * @param role {@code REQUIRES} or {@code ENSURES}
   * @param operands (self, arguments…)int for the one, (result, self, arguments…, …)int for the
   *     other, without the result where there is none
   * @param receiver the class of the receivers
   * @param flags the flag of the current thread
   * @param problems takes what cannot be enforced, with the reason and what to do
   * @return the side; null when the operation has no such constraints
   */
  public static @Nullable ConstraintSide link(
      Class<?> declaring,
      Constrained constrained,
      Clause.Role role,
      MethodType operands,
      Class<?> receiver,
      Supplier<Flag> flags,
      Consumer<String> problems) {
    List<Constraint> constraints = constrained.of(role);
    if (constraints.isEmpty()) {
      return null;
    }
    boolean isOfResult = role == Clause.Role.ENSURES;
    boolean isOfConstructor = constrained.executable() instanceof Constructor;
    boolean isAsked = isSequenced(receiver) || Validators.areMapped(receiver, constrained);
    @Nullable MethodHandle[] tests = new MethodHandle[constraints.size()];
    long delegated = 0;
    for (int i = 0; i < tests.length; i++) {
      Constraint each = constraints.get(i);
      Translation translation =
          isAsked || each.isCascade() || !isByDefault(each.annotation())
              ? new Translation.Delegated("only the validator knows")
              : Translations.of(
                  each.annotation(),
                  each.type(),
                  Validators.dialect(declaring, Vocabulary.isOfTime(each.annotation()), flags));
      if (translation instanceof Translation.Misplaced misplaced) {
        problems.accept(constrained.operation().name() + ": " + misplaced.problem());
        continue;
      }
      MethodHandle test =
          translation instanceof Translation.Inlined inlined
              ? contained(each.position(), inlined.test(), flags)
              : null;
      if (test == null) {
        delegated |= 1L << i;
      }
      tests[i] = test;
    }
    if (delegated != 0) {
      Validators.Found found = Validators.of(declaring);
      if (found.validation() == null) {
        problems.accept(missing(constrained, role, delegated, found.reason()));
      }
    }
    Delegate delegate =
        new Delegate(declaring, constrained.executable(), constraints, isOfResult, flags, problems);
    return new ConstraintSide(
        constrained.operation().of(role),
        constraints,
        operands,
        tests,
        delegate,
        isOfResult,
        isOfConstructor,
        delegated);
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

  /** Whether it is asked where nobody names a group, and of the value itself. */
  private static boolean isByDefault(Annotation constraint) {
    List<Class<?>> groups = Vocabulary.groups(constraint);
    boolean isDefault =
        groups.isEmpty()
            || groups.stream().anyMatch(group -> group.getName().equals(DEFAULT_GROUP));
    return isDefault
        && Vocabulary.payload(constraint).stream()
            .noneMatch(each -> each.getName().startsWith("jakarta.validation.valueextraction."));
  }

  /** Whether a class says itself what its default group is. */
  private static boolean isSequenced(Class<?> receiver) {
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

  /**
   * The constraints.
   *
   * @return the clauses, in the order of their numbers
   */
  public List<Clause> clauses() {
    return clauses;
  }

  /**
   * (operands…)int: the number of a false one, or -1. The first of those that are compiled; the
   * validator is asked when these hold.
   *
   * @return the handle
   */
  public MethodHandle all() {
    MethodHandle asking =
        delegated == 0 ? none(operands) : MethodHandles.insertArguments(asking(), 0, delegated);
    for (int i = tests.length - 1; i >= 0; i--) {
      MethodHandle test = tests[i];
      if (test != null) {
        asking = MethodHandles.guardWithTest(placed(i, test), asking, constant(i, operands));
      }
    }
    return asking;
  }

  /**
   * (armed, operands…)int: the same for those whose bit is set; further bits do not matter.
   *
   * @return the handle
   */
  public MethodHandle some() {
    MethodType type = operands.insertParameterTypes(0, long.class);
    MethodHandle asking =
        delegated == 0
            ? none(type)
            : MethodHandles.filterArguments(
                asking(),
                0,
                MethodHandles.insertArguments(
                    own("and", MethodType.methodType(long.class, long.class, long.class)),
                    0,
                    delegated));
    for (int i = tests.length - 1; i >= 0; i--) {
      MethodHandle test = tests[i];
      if (test != null) {
        MethodHandle asked =
            MethodHandles.guardWithTest(
                MethodHandles.dropArguments(
                    MethodHandles.insertArguments(IS_ARMED, 0, 1L << i),
                    1,
                    operands.parameterList()),
                MethodHandles.dropArguments(placed(i, test), 0, long.class),
                MethodHandles.dropArguments(
                    MethodHandles.constant(boolean.class, true), 0, type.parameterList()));
        asking = MethodHandles.guardWithTest(asked, asking, constant(i, type));
      }
    }
    return asking;
  }

  /**
   * (clause, trace, operands…)boolean: tells the value.
   *
   * @return the handle
   */
  public MethodHandle explain() {
    MethodHandle explain =
        bound(
            "explain",
            MethodType.methodType(boolean.class, int.class, Trace.class, Object[].class));
    return explain
        .asCollector(Object[].class, operands.parameterCount())
        .asType(
            operands
                .insertParameterTypes(0, int.class, Trace.class)
                .changeReturnType(boolean.class));
  }

  boolean explain(int clause, Trace trace, @Nullable Object[] values) {
    int at = index(constraints.get(clause).position().root());
    if (at >= 0) {
      trace.seen(0, values[at]);
    }
    // Whether it holds is asked of the test itself.
    return false;
  }

  /**
   * What the validator says of a constraint that was found broken.
   *
   * @param number its number
   * @param values the operands
   * @return its words, one for each thing that it finds wrong; empty when it says that the
   *     constraint holds; null when it cannot be asked
   */
  public @Nullable List<Answer> answers(int number, @Nullable Object[] values) {
    if (!delegate.answers()) {
      return null;
    }
    List<Breach> breaches = delegate.breaches(number, values);
    return delegate.answers()
        ? breaches.stream()
            .map(each -> new Answer(each.message(), each.path()))
            .sorted(Comparator.comparing(Answer::path).thenComparing(Answer::message))
            .toList()
        : null;
  }

  /**
   * What a validator says of one constraint.
   *
   * @param message its message
   * @param path where, as it writes that
   */
  public record Answer(String message, String path) {}

  private MethodHandle asking() {
    MethodHandle ask =
        bind(
            Delegate.class,
            delegate,
            "ask",
            MethodType.methodType(int.class, long.class, Object[].class));
    return ask.asCollector(Object[].class, operands.parameterCount())
        .asType(operands.insertParameterTypes(0, long.class));
  }

  /** The test as one of all operands. */
  private MethodHandle placed(int number, MethodHandle test) {
    int at = index(constraints.get(number).position().root());
    MethodHandle fitting =
        test.asType(MethodType.methodType(boolean.class, operands.parameterType(at)));
    return MethodHandles.permuteArguments(fitting, operands.changeReturnType(boolean.class), at);
  }

  /** Which of the operands; -1 for all arguments together. */
  private int index(int root) {
    if (root == Position.CROSS) {
      return -1;
    }
    if (root == Position.RESULT) {
      return 0;
    }
    // Preconditions have no result before the receiver.
    return isOfResult && !isOfConstructor ? root + 2 : root + 1;
  }

  private static MethodHandle none(MethodType type) {
    return constant(-1, type);
  }

  private static MethodHandle constant(int value, MethodType type) {
    return MethodHandles.dropArguments(
        MethodHandles.constant(int.class, value), 0, type.parameterList());
  }

  static boolean isArmed(long bit, long armed) {
    return (armed & bit) != 0;
  }

  static long and(long some, long others) {
    return some & others;
  }

  private MethodHandle bound(String name, MethodType type) {
    return bind(ConstraintSide.class, this, name, type);
  }

  private static MethodHandle bind(Class<?> in, Object receiver, String name, MethodType type) {
    try {
      return LOOKUP.findVirtual(in, name, type).bindTo(receiver);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static MethodHandle own(String name, MethodType type) {
    try {
      return LOOKUP.findStatic(ConstraintSide.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
