package dev.tenon.scenario;

import dev.tenon.contract.Requires;

/** A seam whose clauses cross it again. */
public interface Mirror {

  @Requires("reflect(n) >= 0")
  int reflect(int n);

  @Requires("n >= 0")
  int dive(int n);
}
