package dev.tenon.benchmark.handoff;

import com.google.java.contract.Ensures;
import com.google.java.contract.Requires;

/** The contract of a transfer for Cofoja. */
public interface CofojaTransfers {

  @Requires({"from != null", "to != null", "from != to", "amount > 0"})
  @Ensures("result >= 0")
  long transfer(Object from, Object to, long amount);
}
