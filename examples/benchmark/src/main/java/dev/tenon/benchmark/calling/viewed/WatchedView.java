package dev.tenon.benchmark.calling.viewed;

import dev.tenon.benchmark.calling.Wires;
import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** What the client promises and relies on. */
@Assumes(Wires.Watched.class)
interface WatchedView {

  @Requires("from != null")
  @Requires("to != null")
  @Requires("from != to")
  @Requires("amount > 0")
  @Ensures("result >= 0")
  long send(Object from, Object to, long amount);
}
