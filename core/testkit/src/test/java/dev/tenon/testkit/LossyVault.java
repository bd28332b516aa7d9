package dev.tenon.testkit;

final class LossyVault implements Vault {

  @Override
  public long withdraw(long amount) {
    return amount - 1;
  }
}
