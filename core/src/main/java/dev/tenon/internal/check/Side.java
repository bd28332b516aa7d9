package dev.tenon.internal.check;

import dev.tenon.contract.companion.Flag;
import dev.tenon.contract.companion.Trace;
import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.model.Clause;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one role of an operation: the handles that the hot path is made of, and the same
 * for the judge, who asks single clauses with boxed operands.
 *
 * <p>Thread-safe.
 */
public final class Side {

  private static final Side NONE = new Side(List.of(), null, null, null, null);

  private final List<Clause> clauses;
  private final @Nullable MethodHandle all;
  private final @Nullable MethodHandle some;
  private final @Nullable MethodHandle under;
  private final @Nullable MethodHandle explain;
  private volatile @Nullable MethodHandle asked;
  private volatile @Nullable MethodHandle explained;

  Side(
      List<Clause> clauses,
      @Nullable MethodHandle all,
      @Nullable MethodHandle some,
      @Nullable MethodHandle under,
      @Nullable MethodHandle explain) {
    this.clauses = clauses;
    this.all = all;
    this.some = some;
    this.under = under;
    this.explain = explain;
  }

  static Side none() {
    return NONE;
  }

  /** The constraints of one role. */
  static Side of(ConstraintSide constraints) {
    return new Side(
        constraints.clauses(),
        constraints.all(),
        constraints.some(),
        constraints.under(),
        constraints.explain());
  }

  /** These clauses, and where all of them hold, further ones. */
  Side then(Side next) {
    if (clauses.isEmpty() || next.clauses.isEmpty()) {
      return clauses.isEmpty() ? next : this;
    }
    List<Clause> both = new ArrayList<>(clauses);
    both.addAll(next.clauses);
    int count = clauses.size();
    boolean needsFlag = under != null || next.under != null;
    return new Side(
        both,
        Sequence.of(all(), next.all(), 0, count),
        Sequence.of(some(), next.some(), 1, count),
        needsFlag ? Sequence.of(flagged(), next.flagged(), 2, count) : null,
        Sequence.explaining(present(explain), present(next.explain), count));
  }

  /** (flag, armed, operands…)int, also where none of them needs the flag. */
  private MethodHandle flagged() {
    return under == null ? MethodHandles.dropArguments(some(), 0, Flag.class) : under;
  }

  /**
   * The clauses.
   *
   * @return the clauses in source order
   */
  public List<Clause> clauses() {
    return clauses;
  }

  /**
   * One bit for each clause.
   *
   * @return the mask of all clauses
   */
  public long mask() {
    return (1L << clauses.size()) - 1;
  }

  /**
   * (operands…)int: the number of the first false clause, or -1.
   *
   * @return the handle
   */
  public MethodHandle all() {
    return present(all);
  }

  /**
   * (armed, operands…)int: the same for the clauses whose bit is set.
   *
   * @return the handle
   */
  public MethodHandle some() {
    return present(some);
  }

  /**
   * (flag, armed, operands…)int: the same while the flag is held, or -2 when it was held already.
   *
   * @return the handle; null when all clauses are leaves
   */
  public @Nullable MethodHandle under() {
    return under;
  }

  /**
   * Asks one clause.
   *
   * @param clause its number
   * @param operands the operands, boxed
   * @return what it says
   * @throws Throwable what the clause throws
   */
  public boolean ask(int clause, @Nullable Object[] operands) throws Throwable {
    MethodHandle handle = asked;
    if (handle == null) {
      handle = boxed(present(some), 1);
      asked = handle;
    }
    return (int) handle.invokeExact(1L << clause, operands) == -1;
  }

  /**
   * Evaluates the explaining form of one clause.
   *
   * @param clause its number
   * @param trace what the values are told to
   * @param operands the operands, boxed
   * @return what the explaining form says
   * @throws Throwable what the clause throws
   */
  public boolean explain(int clause, Trace trace, @Nullable Object[] operands) throws Throwable {
    MethodHandle handle = explained;
    if (handle == null) {
      handle = boxed(present(explain), 2);
      explained = handle;
    }
    return (boolean) handle.invokeExact(clause, trace, operands);
  }

  private static MethodHandle boxed(MethodHandle handle, int leading) {
    int operands = handle.type().parameterCount() - leading;
    MethodType boxed = handle.type();
    for (int i = leading; i < boxed.parameterCount(); i++) {
      boxed = boxed.changeParameterType(i, Object.class);
    }
    return handle.asType(boxed).asSpreader(Object[].class, operands);
  }

  private static MethodHandle present(@Nullable MethodHandle handle) {
    if (handle == null) {
      throw new IllegalStateException("no clauses of this role");
    }
    return handle;
  }
}
