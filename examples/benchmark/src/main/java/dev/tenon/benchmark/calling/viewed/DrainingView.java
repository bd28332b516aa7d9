package dev.tenon.benchmark.calling.viewed;

import dev.tenon.benchmark.calling.Wires;
import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;

/** What the client relies on. */
@Assumes(Wires.Draining.class)
interface DrainingView {

  @Ensures("result == old(left()) - amount")
  long send(Object from, Object to, long amount);
}
