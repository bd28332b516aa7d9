package dev.tenon.scenario;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;

/** Operations that recurse, and bodies that reassign their parameters. */
public interface Counters {

  @Ensures("result == old(from) + 1")
  int next(int from);

  int depth();

  @Requires("n >= 0")
  @Ensures("depth() == old(depth())")
  @Ensures("result == old(n)")
  int down(int n);
}
