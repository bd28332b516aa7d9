package drifted.checkout;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.contract.Requires;
import drifted.payments.Payments;
import goods.Receipt;

/** What the checkout promises the payments and takes for granted of them. */
@Assumes(Payments.class)
interface PaymentsView {

  /** Charges what the customer has agreed to, in cents. */
  @Requires(value = "amount > 0", name = "something")
  @Ensures(value = "result.cents() == amount", name = "exact", because = "amounts are in cents")
  Receipt charge(String card, long amount);
}
