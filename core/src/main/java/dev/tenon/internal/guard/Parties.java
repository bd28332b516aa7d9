package dev.tenon.internal.guard;

import dev.tenon.verdict.Site;
import java.lang.StackWalker.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a handoff, found on the stack, which is walked on failure only.
 *
 * <p>What {@link Machinery} includes is never a party, nor is the handler of a JDK proxy or the
 * interceptor of a generated subclass that stands in front of this guard.
 *
 * @param client who called
 * @param supplier who was called
 * @param guards how many checking proxies of ours stand in front of this guard in the same handoff
 * @param proxies what the woven JDK proxies that stand there are bound by
 * @param isSuperCall whether an override of the same operation passed its own call on to its
 *     superclass: no handoff of its own
 * @param call where the client called, to find out more; null when the client is unknown
 */
record Parties(
    Site client,
    Site supplier,
    int guards,
    List<Body> proxies,
    boolean isSuperCall,
    @Nullable ClientCall call) {

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  static Parties find(Body body, @Nullable Object self, Machinery machinery) {
    return WALKER.walk(frames -> new ClientWalk(body, self, machinery, frames).parties());
  }
}
