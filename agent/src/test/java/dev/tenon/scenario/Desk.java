package dev.tenon.scenario;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A seam that says what it throws. */
public interface Desk {

  boolean isClosed();

  int served();

  /** Java's own list is wide open, the contract's is not. */
  @Requires(value = "n > 0", name = "positive")
  @Ensures(value = "served() == old(served()) + n", name = "counted")
  @Throws(
      value = Shut.class,
      when = "isClosed()",
      ensures = "served() == old(served())",
      name = "shut",
      because = "nobody waits behind a closed desk")
  @Throws(value = IOException.class, name = "broken line")
  int serve(int n) throws Exception;

  @Throws(value = Shut.class, when = "name.isEmpty()", name = "nameless")
  void call(@Nullable String name);

  @Requires("n > 0")
  void free(int n) throws Exception;

  /** What a closed desk throws. */
  class Shut extends RuntimeException {
    private static final long serialVersionUID = 1;

    Shut() {}

    /** One that is made once and thrown again and again. */
    Shut(boolean canCarry) {
      super("shut", null, canCarry, false);
    }
  }

  /** A special case of it. */
  final class ShutForLunch extends Shut {
    private static final long serialVersionUID = 1;
  }
}
