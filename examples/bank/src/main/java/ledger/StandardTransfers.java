package ledger;

import bank.Account;
import bank.Receipt;
import bank.Transfers;
import org.jspecify.annotations.Nullable;

/**
 * Moves money, and is wrong on purpose.
 *
 * <p>It calculates in euros: 0.29 * 100 is 28.999…, so that for some amounts a cent is lost.
 */
public final class StandardTransfers implements Transfers {

  @Override
  public Receipt transfer(
      @Nullable Account from, @Nullable Account to, long amount, @Nullable String memo) {
    double euros = amount / 100.0;
    Booking.on(from, -amount);
    Booking.on(to, (long) (euros * 100.0));
    return new Receipt(amount, memo);
  }
}
