package dev.tenon.reference.given;

import org.jspecify.annotations.Nullable;

/** A generated program: its calls, in order. */
public interface Script {

  /** How many steps it has. */
  int steps();

  /** Makes one call, or changes one mode. */
  @Nullable Object step(int number) throws Throwable;

  /** What the supplier remembers. */
  String state();
}
