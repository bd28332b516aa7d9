package dev.tenon.internal.guard;

import dev.tenon.verdict.Site;
import java.util.List;
import java.util.stream.Stream;
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
 * @param place where that is; null when it is unknown, or no client with a view may be there
 */
record Parties(
    Site client,
    Site supplier,
    int guards,
    List<Body> proxies,
    boolean isSuperCall,
    @Nullable ClientCall call,
    @Nullable Place place) {

  /** Those of a call at which its client's guard stands: nothing needs to be looked for. */
  static Parties at(Site client, Body behind, Object self, Machinery machinery) {
    Site supplier = new ClientWalk(behind, self, machinery, Stream.empty()).parties().supplier();
    return new Parties(client, supplier, 0, List.of(), false, null, null);
  }

  static Parties find(Body body, @Nullable Object self, Machinery machinery) {
    return Frames.walk(frames -> new ClientWalk(body, self, machinery, frames).parties());
  }
}
