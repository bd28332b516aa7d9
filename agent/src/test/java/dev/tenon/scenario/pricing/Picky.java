package dev.tenon.scenario.pricing;

import dev.tenon.contract.Requires;

/** A supplier that asks for more than its seam does. */
public final class Picky extends Scripted {

  /** Answers always the same. */
  public Picky(int answer) {
    super(answer);
  }

  @Override
  @Requires(value = "pieces < 10", name = "few")
  public int quote(String what, int pieces) {
    return super.quote(what, pieces);
  }
}
