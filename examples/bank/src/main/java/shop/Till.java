package shop;

import bank.Account;
import bank.Transfers;
import dev.tenon.verdict.ContractViolation;
import ledger.Accounts;
import ledger.ExpressTransfers;
import ledger.StandardTransfers;

/** Has the ordered transfers made, each as a transaction. */
final class Till {

  private final Accounts accounts;
  private final Transfers standard = new StandardTransfers();
  private final Transfers express = new ExpressTransfers();

  Till(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whether the transfer was made; one that breaks a contract is rolled back. */
  boolean pay(Entry.Order order) {
    Runnable rollback = accounts.savepoint();
    try {
      transfer(order);
      return true;
    } catch (ContractViolation refused) {
      rollback.run();
      return false;
    }
  }

  /** Assumes that the numbers are right and the money is there: nobody has looked. */
  private void transfer(Entry.Order order) {
    Account from = accounts.find(order.from());
    Account to = accounts.find(order.to());
    Transfers transfers =
        switch (order.route()) {
          case STANDARD -> standard;
          case EXPRESS -> express;
        };
    transfers.transfer(from, to, order.cents(), order.memo());
  }
}
