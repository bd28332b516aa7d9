package dev.tenon.internal.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a site whose contract cannot be enforced when the setting {@code strict} says that
 * nothing goes unchecked: every call throws, for as long as a seam that cannot be enforced is not
 * off.
 */
final class Refusal {

  private static final MethodHandle AT_ENTRY =
      Handles.own(Refusal.class, "atEntry", Object.class, Body.class, List.class);
  private static final MethodHandle AT_EXIT =
      Handles.own(
          Refusal.class,
          "atExit",
          void.class,
          Body.class,
          List.class,
          Object.class,
          Throwable.class);

  private Refusal() {}

  /** A handle of the type of an entry that throws. */
  static MethodHandle entry(Body body, List<Hole> holes, MethodType type) {
    MethodHandle bound = MethodHandles.insertArguments(AT_ENTRY, 0, body, holes);
    return MethodHandles.dropArguments(bound, 0, type.parameterList());
  }

  /** A handle of the type of an exit that throws where a call that was checked ends normally. */
  static MethodHandle exit(Body body, List<Hole> holes, MethodType type) {
    MethodHandle bound = MethodHandles.insertArguments(AT_EXIT, 0, body, holes);
    List<Class<?>> rest = type.parameterList();
    return MethodHandles.dropArguments(bound, 2, rest.subList(2, rest.size()));
  }

  static @Nullable Object atEntry(Body body, List<Hole> holes) {
    refuse(body, holes);
    return null;
  }

  /** The exception of a supplier is never replaced. */
  static void atExit(
      Body body, List<Hole> holes, @Nullable Object state, @Nullable Throwable thrown) {
    if (state != null && thrown == null) {
      refuse(body, holes);
    }
  }

  private static void refuse(Body body, List<Hole> holes) {
    for (Hole hole : holes) {
      if (Engine.installed().policy().mayBeArmed(hole.type().getName())) {
        throw new IllegalStateException(
            body.implementation()
                + " is refused, since tenon is strict and "
                + hole.type().getName()
                + " is not enforced: "
                + hole.reason());
      }
    }
  }
}
