package bank;

import dev.tenon.contract.Invariant;

/** A class with a clause of its own: no index names it. */
@Invariant("coins >= 0")
public final class Purse {

  final int coins;

  public Purse(int coins) {
    this.coins = coins;
  }
}
