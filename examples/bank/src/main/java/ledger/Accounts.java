package ledger;

import bank.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts, and the way back to what was on them. */
public final class Accounts {

  private final Map<String, Account> byId = new LinkedHashMap<>();

  /**
   * Opens accounts … with the same balance.
   *
   * @param count how many
   * @param balance what is on each, in cents
   * @return the accounts
   */
  public static Accounts opened(int count, long balance) {
    Accounts accounts = new Accounts();
    for (int i = 1; i <= count; i++) {
      String id = (i < 10 ? "A-0" : "A-") + i;
      accounts.byId.put(id, new Account(id, balance));
    }
    return accounts;
  }

  /**
   * Looks an account up.
   *
   * @param id its number
   * @return the account; null when there is none
   */
  public @Nullable Account find(String id) {
    return byId.get(id);
  }

  /**
   * What is on all accounts together.
   *
   * @return the sum in cents
   */
  public long total() {
    return byId.values().stream().mapToLong(Account::balance).sum();
  }

  /**
   * The accounts with less than nothing on them.
   *
   * @return how many
   */
  public long overdrawn() {
    return byId.values().stream().filter(account -> account.balance() < 0).count();
  }

  /**
   * What is on the accounts now, as a transaction keeps it.
   *
   * @return the way back to it
   */
  public Runnable savepoint() {
    Map<Account, Long> balances = new LinkedHashMap<>();
    byId.values().forEach(account -> balances.put(account, account.balance()));
    return () -> balances.forEach((account, was) -> account.add(was - account.balance()));
  }
}
