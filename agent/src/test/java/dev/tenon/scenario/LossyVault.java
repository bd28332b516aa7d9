package dev.tenon.scenario;

import org.jspecify.annotations.Nullable;

/** Loses a unit at each withdrawal, and counts no note. */
final class LossyVault extends HonestVault {

  private long lost;

  @Override
  public long balance() {
    return super.balance() - lost;
  }

  @Override
  public long withdraw(long amount) {
    long left = super.withdraw(amount);
    lost++;
    return left;
  }

  @Override
  public int note(@Nullable String memo) {
    return 0;
  }

  @Override
  public String append(@Nullable String suffix) {
    return "";
  }
}
