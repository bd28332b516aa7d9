package dev.tenon.reference.given;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Another thread, which is waited for. */
public final class Elsewhere {

  private Elsewhere() {}

  /** Gives what the work gives in a thread of its own, or throws what it throws. */
  public static @Nullable Object run(Callable<@Nullable Object> work) throws Throwable {
    @Nullable Object[] given = new Object[1];
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                given[0] = work.call();
              } catch (Throwable t) {
                thrown[0] = t;
              }
            });
    thread.start();
    thread.join();
    if (thrown[0] != null) {
      throw thrown[0];
    }
    return given[0];
  }
}
