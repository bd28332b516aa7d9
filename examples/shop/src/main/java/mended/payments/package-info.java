/** Charges cards. */
@NullMarked
@Component("payments")
package mended.payments;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
