package dev.tenon.ledger;

/** The end of the JVM. */
final class Exit {

  private Exit() {}

  /** Runs something then; not at all when the JVM is ending already. */
  static void await(Runnable last) {
    Thread hook = new Thread(last, "tenon-summary");
    // A hook lives as long as the JVM: it must not hold the loader of whatever thread came first.
    hook.setContextClassLoader(null);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Nobody reads a summary any more.
    }
  }
}
