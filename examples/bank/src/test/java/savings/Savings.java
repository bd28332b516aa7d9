package savings;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Invariant;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Throws;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A savings account, in cents. */
@Seam(owner = "ledger-team")
@Invariant(value = "balance() >= 0", name = "never-overdrawn")
@Invariant(value = "balance() == Savings.sum(history())", name = "booked")
public interface Savings {

  /** The most that an account holds. */
  long MOST = 10_000_000_000L;

  /** The most that one fee takes. */
  long FEE = 600;

  @Pure
  long balance();

  @Pure
  boolean isClosed();

  /** What was booked, the oldest first; the caller's own list. */
  @NotNull
  List<Long> history();

  @Requires(value = "amount <= MOST - balance()", name = "room")
  @Ensures(value = "balance() == old(balance()) + amount", name = "added")
  @Throws(value = AccountClosedException.class, when = "isClosed()", name = "open")
  void deposit(@Positive long amount);

  @Requires(value = "amounts.size() * 1_000L <= MOST - balance()", name = "room")
  @Ensures(value = "history().size() == old(history().size()) + amounts.size()", name = "each")
  @Throws(value = AccountClosedException.class, when = "isClosed()", name = "open")
  void depositAll(@NotNull @NotEmpty @Size(max = 20) List<@NotNull @Positive @Max(1_000) Long> amounts);

  @Requires(value = "amount <= balance()", name = "covered")
  @Ensures(value = "balance() == old(balance()) - amount", name = "taken")
  @Throws(value = AccountClosedException.class, when = "isClosed()", name = "open")
  void withdraw(@Positive long amount);

  /** Adds interest, rounded down. */
  @Requires(value = "balance() / 1_000 * (1_000 + permille) <= MOST - 1_000", name = "room")
  @Ensures(value = "result == old(balance()) * permille / 1_000", name = "rounded-down")
  @Ensures(value = "balance() == old(balance()) + result", name = "added")
  @Throws(value = AccountClosedException.class, when = "isClosed()", name = "open")
  long addInterest(@Min(0) @Max(100) int permille);

  /** Takes a fee, as far as there is something to take. */
  @Ensures(value = "result >= 0 && result <= FEE", name = "bounded")
  @Ensures(value = "balance() == old(balance()) - result", name = "taken")
  long charge();

  @Ensures(value = "result.endsWith(memo)", name = "quoted")
  @NotNull
  String statement(@NotNull @Size(max = 35) String memo);

  @Ensures(value = "isClosed()", name = "closed")
  void close();

  static long sum(List<Long> bookings) {
    return bookings.stream().mapToLong(Long::longValue).sum();
  }
}
