package ledger;

import bank.Account;
import org.jspecify.annotations.Nullable;

/** One side of a transfer. */
final class Booking {

  private Booking() {}

  /**
   * Books without asking: an account that does not exist is passed over, as code does that trusts
   * somebody else to have looked.
   */
  static void on(@Nullable Account account, long cents) {
    if (account != null) {
      account.add(cents);
    }
  }
}
