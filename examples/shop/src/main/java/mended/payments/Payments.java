package mended.payments;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import goods.Receipt;

/** Takes money. */
public interface Payments {

  /** Charges a card with so many cents: the unit is part of the contract now. */
  @Requires(value = "cents > 0", name = "something")
  @Ensures(value = "result.cents() == cents", name = "exact")
  Receipt charge(String card, long cents);
}
