package bank;

public final class CashVault implements Vault {

  private long balance = 100;

  @Override
  public long withdraw(long amount) {
    balance -= amount;
    return amount;
  }

  @Override
  public long balance() {
    return balance;
  }
}
