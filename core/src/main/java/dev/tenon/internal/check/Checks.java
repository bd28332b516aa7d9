package dev.tenon.internal.check;

import dev.tenon.internal.constraint.ConstraintSide;
import dev.tenon.internal.declaration.Declaration;
import dev.tenon.model.Clause;
import dev.tenon.model.Operation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compiled clauses of one operation of one declaration.
 *
 * <p>Immutable.
 */
public final class Checks {

  private final Class<?> declaring;
  private final @Nullable Class<?> view;
  private final Class<?> companion;
  private final String source;
  private final Operation operation;
  private final MethodType erased;
  private final Map<Clause.Role, Side> sides;
  private final Map<Clause.Role, ConstraintSide> constraints;
  private final @Nullable MethodHandle throwing;
  private final @Nullable Capture capture;

  private Checks(
      Class<?> declaring,
      @Nullable Class<?> view,
      Class<?> companion,
      String source,
      Operation operation,
      MethodType erased,
      Map<Clause.Role, Side> sides,
      Map<Clause.Role, ConstraintSide> constraints,
      @Nullable MethodHandle throwing,
      @Nullable Capture capture) {
    this.declaring = declaring;
    this.view = view;
    this.companion = companion;
    this.source = source;
    this.operation = operation;
    this.erased = erased;
    this.sides = sides;
    this.constraints = constraints;
    this.throwing = throwing;
    this.capture = capture;
  }

  /**
   * Links one operation.
   *
   * @param lookup a lookup that sees the companion
   * @param declaration the declaration
   * @param index the position of the operation in the contract
   * @param constraining the constraints of the same operation; null when it has none
   * @return its checks, the constraints first
   * @throws ReflectiveOperationException if the companion is not visible to the lookup or lacks a
   *     method
   */
  public static Checks link(
      MethodHandles.Lookup lookup,
      Declaration.Compiled declaration,
      int index,
      @Nullable Constraining constraining)
      throws ReflectiveOperationException {
    Class<?> type = declaration.type();
    Operation operation = declaration.contract().operations().get(index);
    MethodType erased =
        MethodType.fromMethodDescriptorString(operation.descriptor(), type.getClassLoader());
    Finder finder = new Finder(lookup, declaration.companion(), index);
    MethodType entry = erased.changeReturnType(int.class).insertParameterTypes(0, type);

    Capture capture = null;
    MethodType exit = entry;
    if (!operation.old().isEmpty()) {
      capture = finder.capture(entry, operation);
      exit = exit.appendParameterTypes(capture.slotTypes()).appendParameterTypes(Throwable[].class);
    }
    MethodType returning = returning(exit, erased);
    Map<Clause.Role, ConstraintSide> constraints =
        constraints(constraining, operation, entry, returning);
    Map<Clause.Role, Side> sides = sides(constraints);
    for (Clause.Role role : Clause.Role.values()) {
      MethodType operands =
          switch (role) {
            case REQUIRES, INVARIANT -> entry;
            case ENSURES -> returning;
            case THROWS, AFTER -> exit;
          };
      Side compiled = finder.side(role, operands, operation.of(role));
      sides.merge(role, compiled, Side::then);
    }
    MethodHandle throwing = operation.throwsClauses().isEmpty() ? null : finder.throwing();
    return new Checks(
        type,
        declaration.view(),
        declaration.companion(),
        declaration.contract().source(),
        constraining == null ? operation : with(constraining, operation),
        erased,
        sides,
        constraints,
        throwing,
        capture);
  }

  /**
   * Links an operation that has constraints alone.
   *
   * @param constraining the constraints
   * @return its checks
   */
  public static Checks of(Constraining constraining) {
    Class<?> type = constraining.about();
    Operation operation = constraining.constrained().operation();
    MethodType erased =
        MethodType.fromMethodDescriptorString(operation.descriptor(), type.getClassLoader());
    MethodType entry = erased.changeReturnType(int.class).insertParameterTypes(0, type);
    Map<Clause.Role, ConstraintSide> constraints =
        constraints(constraining, null, entry, returning(entry, erased));
    return new Checks(
        type,
        constraining.view(),
        constraining.declaring(),
        constraining.constrained().source(),
        operation,
        erased,
        sides(constraints),
        constraints,
        null,
        null);
  }

  private static MethodType returning(MethodType exit, MethodType erased) {
    return erased.returnType() == void.class
        ? exit
        : exit.insertParameterTypes(0, erased.returnType());
  }

  private static Map<Clause.Role, ConstraintSide> constraints(
      @Nullable Constraining constraining,
      @Nullable Operation compiled,
      MethodType entry,
      MethodType returning) {
    Map<Clause.Role, ConstraintSide> found = new EnumMap<>(Clause.Role.class);
    for (Clause.Role role : List.of(Clause.Role.REQUIRES, Clause.Role.ENSURES)) {
      int beside = compiled == null ? 0 : compiled.of(role).size();
      MethodType operands = role == Clause.Role.REQUIRES ? entry : returning;
      ConstraintSide side = constraining == null ? null : constraining.side(role, operands, beside);
      if (side != null) {
        found.put(role, side);
      }
    }
    return found;
  }

  private static Map<Clause.Role, Side> sides(Map<Clause.Role, ConstraintSide> constraints) {
    Map<Clause.Role, Side> sides = new EnumMap<>(Clause.Role.class);
    constraints.forEach((role, each) -> sides.put(role, Side.of(each)));
    return sides;
  }

  private static Operation with(Constraining constraining, Operation operation) {
    List<Clause> clauses = new ArrayList<>(constraining.constrained().operation().clauses());
    clauses.addAll(operation.clauses());
    return new Operation(
        operation.name(),
        operation.descriptor(),
        operation.isStatic(),
        operation.parameters(),
        clauses,
        operation.old(),
        operation.guardedCapture());
  }

  /**
   * The type that the clauses are about: the one that declares them, or the target of a holder or
   * view.
   *
   * @return the type whose operation it is
   */
  public Class<?> declaring() {
    return declaring;
  }

  /**
   * Whether a client states what it promises and relies on, rather than a seam its terms.
   *
   * @return true for the clauses of a view
   */
  public boolean isOfView() {
    return view != null;
  }

  /**
   * Whether these are the clauses of the same operation of the same declaration.
   *
   * @param other others, which may be linked for another class
   * @return true if they say the same about the same
   */
  public boolean isSame(Checks other) {
    return stating() == other.stating() && operation.equals(other.operation);
  }

  /**
   * The type whose name stands for the clauses where modes are set and where they are counted.
   *
   * @return the view of a client, else the type that they are about
   */
  public Class<?> stating() {
    return view == null ? declaring : view;
  }

  /**
   * The constraints of one role, whose numbers are the first of the side.
   *
   * @param role the role
   * @return the constraints; null when there are none
   */
  public @Nullable ConstraintSide constraints(Clause.Role role) {
    return constraints.get(role);
  }

  /**
   * How many clauses of a side are constraints: the compiled ones come behind.
   *
   * @param side a side of these checks
   * @return the number of constraints
   */
  public int constraints(Side side) {
    for (Map.Entry<Clause.Role, ConstraintSide> each : constraints.entrySet()) {
      if (sides.get(each.getKey()) == side) {
        return each.getValue().clauses().size();
      }
    }
    return 0;
  }

  /**
   * The class that holds the compiled clauses, or declares the constraints where there are no
   * clauses: it lives as long as what declares them.
   *
   * @return the companion or the declaring type
   */
  public Class<?> companion() {
    return companion;
  }

  /**
   * The source file in which the clauses stand.
   *
   * @return the file's name without folders
   */
  public String source() {
    return source;
  }

  /**
   * The operation as declared.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }

  /**
   * The operation's erased type, without a receiver.
   *
   * @return the type
   */
  public MethodType erased() {
    return erased;
  }

  /**
   * The clauses of one role. Their handles take (self, arguments…) at entry, and for invariants
   * (self) alone; for guarantees (result, self, arguments…, slots…, failed); for the clauses about
   * exceptions the same without a result.
   *
   * @param role the role
   * @return its clauses; empty when the operation has none
   */
  public Side side(Clause.Role role) {
    return sides.getOrDefault(role, Side.none());
  }

  /**
   * The preconditions.
   *
   * @return the preconditions
   */
  public Side requires() {
    return side(Clause.Role.REQUIRES);
  }

  /**
   * Whether an exception is of the type that an exception clause names.
   *
   * @param clause the number of the clause among those about what is thrown
   * @param thrown the exception
   * @return true also for a subtype
   */
  public boolean isThrowing(int clause, Throwable thrown) {
    if (throwing == null) {
      throw new IllegalStateException("no exception clauses");
    }
    try {
      return (boolean) throwing.invokeExact(clause, thrown);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new LinkageError("throwing", impossible);
    }
  }

  /**
   * The capture of {@code old} values.
   *
   * @return the capture; null when the operation has no {@code old}
   */
  public @Nullable Capture capture() {
    return capture;
  }

  /**
   * How {@code old} values are captured and read.
   *
   * @param capture (plan, bits, slots, self, arguments…)carrier, or with a leading flag when
   *     guarded
   * @param guarded whether the capture takes a flag
   * @param carrier the class of the carrier
   * @param slots a getter (carrier)value for each slot
   */
  public record Capture(
      MethodHandle capture, boolean guarded, Class<?> carrier, List<MethodHandle> slots) {

    Class<?>[] slotTypes() {
      return slots.stream().map(slot -> slot.type().returnType()).toArray(Class<?>[]::new);
    }
  }
}
