package drifted.payments;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import goods.Receipt;

/** Takes money. */
public interface Payments {

  /** Charges a card with an amount, in euros. */
  @Requires(value = "amount > 0", name = "something")
  @Ensures(value = "result.cents() > 0", name = "paid")
  Receipt charge(String card, long amount);
}
