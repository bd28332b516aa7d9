package iron;

import bank.Vault;

/** Gives what it is asked for, but for one amount. */
public class Safe implements Vault {

  @Override
  public long withdraw(long amount) {
    return amount == 13 ? 12 : amount;
  }
}
