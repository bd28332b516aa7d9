package dev.tenon.scenario;

import org.jspecify.annotations.Nullable;

/** Keeps its contract. */
class HonestVault implements Vault {

  int calls;
  private long balance = 100;

  @Override
  public long balance() {
    return balance;
  }

  @Override
  public long withdraw(long amount) {
    calls++;
    balance -= amount;
    return balance;
  }

  @Override
  public void label(@Nullable String label) {
    calls++;
  }

  @Override
  public int note(@Nullable String memo) {
    calls++;
    return 1;
  }

  @Override
  public String append(@Nullable String suffix) {
    calls++;
    return "label " + suffix;
  }
}
