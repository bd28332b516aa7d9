package bank;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Seam;
import dev.tenon.contract.Sensitive;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Where the shop hands a transfer to the ledger. */
@Seam(owner = "ledger-team")
public interface Transfers {

  /**
   * Moves money from one account to another.
   *
   * @param from the account that pays
   * @param to the account that receives
   * @param amount how much, in cents
   * @param memo what the statements of both say; null for nothing
   * @return what was moved
   */
  @Requires(
      value = "from != null && to != null",
      name = "known",
      because = "money comes from somewhere and goes somewhere")
  @Requires(value = "!from.id().equals(to.id())", name = "distinct")
  @Requires(
      value = "amount <= from.balance()",
      name = "covered",
      because = "an overdraft needs its own approval")
  @Ensures(
      value = "from.balance() + to.balance() == old(from.balance() + to.balance())",
      name = "balanced",
      because = "a transfer moves money and neither makes nor loses any")
  @Ensures(value = "result.amount() == amount", name = "in-full")
  // Deliberately wrong: it forgets that there may be no memo.
  @Ensures(
      value = "result.memo().length() <= 35",
      name = "printable",
      because = "a statement has room for 35 characters")
  Receipt transfer(
      Account from, Account to, @Positive long amount, @Sensitive @Nullable String memo);
}
