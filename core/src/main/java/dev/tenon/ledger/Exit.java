package dev.tenon.ledger;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** The end of the JVM. */
final class Exit {

  private Exit() {}

  /** Runs something then; not at all when the JVM is ending already. */
  static void await(Runnable last) {
    Thread hook = thread(last);
    // A hook lives as long as the JVM: it must not hold the loader of whatever thread came first.
    hook.setContextClassLoader(null);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Nobody reads a summary any more.
    }
  }

  /** Without the access control context, which holds the loaders of all that is on the stack. */
  @SuppressWarnings("removal") // since JDK 24 there is no such context
  private static Thread thread(Runnable last) {
    PrivilegedAction<Thread> without = () -> new Thread(null, last, "tenon-summary", 0, false);
    return AccessController.doPrivileged(without);
  }
}
