package dev.tenon.internal.constraint;

import dev.tenon.contract.companion.Flag;
import dev.tenon.contract.companion.Trace;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
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

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle IS_ARMED =
      own("isArmed", MethodType.methodType(boolean.class, long.class, long.class));
  private static final MethodHandle AND =
      own("and", MethodType.methodType(long.class, long.class, long.class));

  private final List<Clause> clauses;
  private final List<Constraint> constraints;
  private final List<String> parameters;
  private final MethodType operands;
  private final Tests tests;
  private final Delegate delegate;
  private final Class<?> receiver;
  private final boolean hasResult;

  private ConstraintSide(
      List<Clause> clauses,
      List<Constraint> constraints,
      List<String> parameters,
      MethodType operands,
      Tests tests,
      Delegate delegate,
      Class<?> receiver,
      boolean hasResult) {
    this.clauses = clauses;
    this.constraints = constraints;
    this.parameters = parameters;
    this.operands = operands;
    this.tests = tests;
    this.delegate = delegate;
    this.receiver = receiver;
    this.hasResult = hasResult;
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
    Executable executable = constrained.executable();
    Tests tests = Tests.of(declaring, constrained, role, receiver, flags, problems);
    return new ConstraintSide(
        constrained.operation().of(role),
        constraints,
        constrained.operation().parameters(),
        operands,
        tests,
        new Delegate(declaring, executable, constraints, isOfResult, flags, problems),
        receiver,
        isOfResult && !(executable instanceof Constructor));
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
    MethodHandle check =
        tests.asksValidator()
            ? MethodHandles.insertArguments(asking(), 0, tests.delegated())
            : constant(-1, operands);
    for (int i = tests.count() - 1; i >= 0; i--) {
      MethodHandle test = tests.test(i);
      if (test != null) {
        check = MethodHandles.guardWithTest(placed(i, test), check, broken(i, operands));
      }
    }
    return check;
  }

  /**
   * (armed, operands…)int: the same for those whose bit is set; further bits do not matter.
   *
   * @return the handle
   */
  public MethodHandle some() {
    MethodType type = operands.insertParameterTypes(0, long.class);
    return some(tests.asksValidator() ? delegated(asking(), 0) : constant(-1, type), 0);
  }

  /**
   * (flag, armed, operands…)int: the same, or -2 where the validator would have to be asked while
   * the flag is held: it may call code of the application.
   *
   * @return the handle; null when the validator is not asked
   */
  public @Nullable MethodHandle under() {
    if (!tests.asksValidator()) {
      return null;
    }
    MethodHandle asking =
        spread(
            "askUnder",
            MethodType.methodType(int.class, Flag.class, long.class, Object[].class),
            operands.insertParameterTypes(0, Flag.class, long.class));
    return some(delegated(asking, 1), 1);
  }

  /** Puts the compiled ones before what is asked; the armed bits come at a position. */
  private MethodHandle some(MethodHandle asking, int at) {
    MethodHandle check = asking;
    MethodType type = check.type();
    List<Class<?>> leading = type.parameterList().subList(0, at + 1);
    for (int i = tests.count() - 1; i >= 0; i--) {
      MethodHandle test = tests.test(i);
      if (test != null) {
        MethodHandle isArmed =
            MethodHandles.dropArguments(
                MethodHandles.insertArguments(IS_ARMED, 0, 1L << i), 0, leading.subList(0, at));
        MethodHandle asked =
            MethodHandles.guardWithTest(
                MethodHandles.dropArguments(isArmed, at + 1, operands.parameterList()),
                MethodHandles.dropArguments(placed(i, test), 0, leading),
                MethodHandles.dropArguments(
                    MethodHandles.constant(boolean.class, true), 0, type.parameterList()));
        check = MethodHandles.guardWithTest(asked, check, broken(i, type));
      }
    }
    return check;
  }

  /** A compiled one is false: where a subclass may have a say in that, it is looked at. */
  private MethodHandle broken(int number, MethodType type) {
    if (Modifier.isFinal(receiver.getModifiers())) {
      return constant(number, type);
    }
    MethodType confirming =
        MethodType.methodType(int.class, int.class, Flag.class, long.class, Object[].class);
    MethodHandle confirm =
        MethodHandles.insertArguments(
                bind(ConstraintSide.class, this, "confirm", confirming), 0, number)
            .asCollector(Object[].class, operands.parameterCount());
    int leading = type.parameterCount() - operands.parameterCount();
    if (leading < 2) {
      confirm = MethodHandles.insertArguments(confirm, 0, (Object) null);
    }
    if (leading < 1) {
      confirm = MethodHandles.insertArguments(confirm, 0, -1L);
    }
    return confirm.asType(type);
  }

  /** A subclass that says what its default group is has its own order: the validator knows it. */
  int confirm(int number, @Nullable Flag flag, long armed, @Nullable Object[] values) {
    Object self = values[hasResult ? 1 : 0];
    if (self == null || !Tests.isSequenced(self.getClass()) || !delegate.answers()) {
      return number;
    }
    int found = flag == null ? delegate.ask(armed, values) : delegate.askUnder(flag, armed, values);
    return delegate.answers() ? found : number;
  }

  /** Of the armed bits those that the validator is asked about. */
  private MethodHandle delegated(MethodHandle asking, int at) {
    return MethodHandles.filterArguments(
        asking, at, MethodHandles.insertArguments(AND, 0, tests.delegated()));
  }

  /**
   * (clause, trace, operands…)boolean: tells the value.
   *
   * @return the handle
   */
  public MethodHandle explain() {
    MethodHandle explain =
        bind(
            ConstraintSide.class,
            this,
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
   *     constraint holds, though it was compiled and found broken; null when it cannot be asked, or
   *     has changed its own mind
   */
  public @Nullable List<Answer> answers(int number, @Nullable Object[] values) {
    List<Breach> breaches = delegate.breaches(number, values);
    boolean hasMoved = breaches != null && breaches.isEmpty() && tests.test(number) == null;
    return breaches != null && !hasMoved
        ? breaches.stream()
            .map(each -> new Answer(each.message(), each.path(parameters)))
            .sorted(Comparator.comparing(Answer::path).thenComparing(Answer::message))
            .toList()
        : null;
  }

  /**
   * What a validator says of one constraint.
   *
   * @param message its message
   * @param path where, as it writes that, with the names of the source
   */
  public record Answer(String message, String path) {}

  private MethodHandle asking() {
    return spread(
        "ask",
        MethodType.methodType(int.class, long.class, Object[].class),
        operands.insertParameterTypes(0, long.class));
  }

  private MethodHandle spread(String name, MethodType type, MethodType wanted) {
    return bind(Delegate.class, delegate, name, type)
        .asCollector(Object[].class, operands.parameterCount())
        .asType(wanted);
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
    return hasResult ? root + 2 : root + 1;
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
