package dev.tenon.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * What the innermost guard of a handoff has reported, for the proxies in front of it: they judge
 * the same call again on its way out and must not report it twice.
 *
 * <p>Written only on a violation that was not thrown; holds no value of the application.
 */
final class Reported {

  private static final ThreadLocal<@Nullable Reported> LAST = new ThreadLocal<>();

  private final String clause;
  private final int supplier;
  private int proxies;

  private Reported(String clause, int supplier, int proxies) {
    this.clause = clause;
    this.supplier = supplier;
    this.proxies = proxies;
  }

  /** Tells the proxies in front that this is reported. */
  static void toProxies(Finding finding, Object supplier, int proxies) {
    if (proxies > 0) {
      LAST.set(new Reported(id(finding), System.identityHashCode(supplier), proxies));
    } else {
      LAST.remove();
    }
  }

  /** Whether a proxy was told so; each of them is told once. */
  static boolean already(Finding finding, Object supplier) {
    Reported last = LAST.get();
    if (last == null
        || last.supplier != System.identityHashCode(supplier)
        || !last.clause.equals(id(finding))) {
      return false;
    }
    last.proxies--;
    if (last.proxies == 0) {
      LAST.remove();
    }
    return true;
  }

  private static String id(Finding finding) {
    return finding.term().checks().declaring().getName()
        + '.'
        + finding.term().checks().operation().name()
        + '#'
        + finding.clause().name();
  }
}
