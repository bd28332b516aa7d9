/** Charges cards. */
@NullMarked
@Component("payments")
package drifted.payments;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
