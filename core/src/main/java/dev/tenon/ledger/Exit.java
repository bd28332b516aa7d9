package dev.tenon.ledger;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The end of the JVM. */
final class Exit {

  /** Here and not in the agent, which keeps them weakly: they go with this class loader. */
  private static final List<Runnable> LAST = new CopyOnWriteArrayList<>();

  private Exit() {}

  /**
   * Runs something then; not at all when the JVM is ending already, or when nothing but a hook of
   * our own would do it and would keep the application that brought this core.
   */
  static void await(Runnable last) {
    LAST.add(last);
    if (!isAwaitedByAgent(last) && lastsAsLongAsTheJvm()) {
      try {
        Runtime.getRuntime().addShutdownHook(hook(last));
      } catch (IllegalStateException ending) {
        // Nobody reads a summary any more.
      }
    }
  }

  /** Through the one class that agent and core share, which is there when an agent is. */
  private static boolean isAwaitedByAgent(Runnable last) {
    try {
      MethodHandle ask =
          MethodHandles.publicLookup()
              .findStatic(
                  Class.forName("java.lang.TenonJoint", true, null),
                  "ask",
                  MethodType.methodType(Object.class, Object[].class))
              .asFixedArity();
      Object answer = (Object) ask.invokeExact(new Object[] {"atExit", last});
      return answer != null;
    } catch (Throwable none) {
      return false;
    }
  }

  private static boolean lastsAsLongAsTheJvm() {
    ClassLoader own = Exit.class.getClassLoader();
    ClassLoader at = ClassLoader.getSystemClassLoader();
    while (at != null && at != own) {
      at = at.getParent();
    }
    return at == own;
  }

  /**
   * A thread keeps what it inherits: not the context loader of whoever came first, and, on JDKs
   * that have access control, not the classes on the stack of the first violation.
   */
  @SuppressWarnings("removal")
  private static Thread hook(Runnable last) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread hook = new Thread(null, last, "tenon-summary", 0, false);
              hook.setContextClassLoader(null);
              return hook;
            });
  }
}
