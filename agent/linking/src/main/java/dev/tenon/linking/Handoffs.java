package dev.tenon.linking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What core offers for the handoffs of one body.
 *
 * <p>Immutable.
 */
public final class Handoffs {

  private static final MethodHandle STATE =
      MethodHandles.arrayElementGetter(Object[].class)
          .asType(MethodType.methodType(Object.class, Object.class, int.class));

  private static final MethodHandle HAS_STATES = hasStates();

  private final MethodHandle enter;
  private final MethodHandle exit;

  /** Knows what is offered for a body: core, or several. */
  public interface Source {

    /**
     * What is offered for a body.
     *
     * @param lookup of the class of the receivers
     * @param origin where the class was written, when it stands for a lambda
     * @param method the name of the body
     * @param descriptor its descriptor
     * @param enter the type of its entry
     * @param exit the type of its exits
     * @return the handoffs; those that do nothing when no seam binds the body
     * @throws Throwable if nothing can be offered
     */
    Handoffs of(
        MethodHandles.Lookup lookup,
        @Nullable Origin origin,
        String method,
        String descriptor,
        MethodType enter,
        MethodType exit)
        throws Throwable;
  }

  /**
   * Handoffs.
   *
   * @param enter (Object self, arguments…)Object
   * @param exit (Object state, Throwable thrown, result unless void, Object self, arguments…)void
   */
  public Handoffs(MethodHandle enter, MethodHandle exit) {
    this.enter = enter;
    this.exit = exit;
  }

  static Handoffs none(MethodType enter, MethodType exit) {
    return new Handoffs(MethodHandles.empty(enter), MethodHandles.empty(exit));
  }

  MethodHandle enter() {
    return enter;
  }

  MethodHandle exit() {
    return exit;
  }

  /**
   * The handoffs of several cores, for a class that has seams of several applications: each has its
   * own state, and what entered last exits first.
   *
   * @param found what each offers; may be empty
   * @param enterType the type of the entry
   * @param exitType the type of the exits
   * @return all of them as one
   */
  public static Handoffs all(List<Handoffs> found, MethodType enterType, MethodType exitType) {
    if (found.size() < 2) {
      return found.isEmpty() ? none(enterType, exitType) : found.get(0);
    }
    int count = found.size();
    MethodHandle enter =
        MethodHandles.identity(Object[].class)
            .asCollector(Object[].class, count)
            .asType(MethodType.genericMethodType(count));
    MethodHandle exit = MethodHandles.empty(exitType);
    List<Class<?>> operands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      operands.addAll(enterType.parameterList());
    }
    for (int i = count - 1; i >= 0; i--) {
      enter = MethodHandles.collectArguments(enter, i, found.get(i).enter);
    }
    // The later ones are in front: each drops what it has done and passes the rest on.
    for (int i = 0; i < count; i++) {
      exit = MethodHandles.foldArguments(exit, withState(found.get(i).exit, i));
    }
    int[] repeated = new int[operands.size()];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = i % enterType.parameterCount();
    }
    return new Handoffs(MethodHandles.permuteArguments(enter, enterType, repeated), exit);
  }

  /** A call that entered before this was linked has no states. */
  private static MethodHandle withState(MethodHandle exit, int index) {
    MethodHandle state = MethodHandles.insertArguments(STATE, 1, index);
    return MethodHandles.guardWithTest(
        HAS_STATES,
        MethodHandles.filterArguments(exit, 0, state),
        MethodHandles.empty(exit.type()));
  }

  @SuppressWarnings("unused") // by method handle
  private static boolean hasStates(Object state) {
    return state != null;
  }

  private static MethodHandle hasStates() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Handoffs.class, "hasStates", MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("hasStates", impossible);
    }
  }
}
