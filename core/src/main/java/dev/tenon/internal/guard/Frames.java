package dev.tenon.internal.guard;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of this thread without hidden frames, also in a JVM that was told to show them ({@code
 * -XX:+ShowHiddenFrames}): what stands next to a guard tells who called whom.
 */
final class Frames {

  /** A call with a client that is near needs not more; what is further out the JDK reads by 32. */
  private static final int NEAR = 16;

  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE), NEAR);

  private static final String HANDLES = "java.lang.invoke";

  private static final boolean SHOWS_HIDDEN = showsHidden();

  private Frames() {}

  /** Walks from the innermost frame outwards. */
  static <T> T walk(Function<Stream<StackFrame>, T> walk) {
    return SHOWS_HIDDEN
        ? WALKER.walk(frames -> walk.apply(frames.filter(frame -> !isHidden(frame))))
        : WALKER.walk(walk);
  }

  /** The classes of lambdas, and what method handles are made of. */
  private static boolean isHidden(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.isHidden() || (type != MethodHandle.class && type.getPackageName().equals(HANDLES));
  }

  /** Asks from inside a lambda: the frame of its class stands next, or none does. */
  private static boolean showsHidden() {
    BooleanSupplier inside =
        () -> WALKER.walk(frames -> frames.limit(2).anyMatch(Frames::isHidden));
    return inside.getAsBoolean();
  }
}
