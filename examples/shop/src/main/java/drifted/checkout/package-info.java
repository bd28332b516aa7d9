/** Sells: the client of the other two. */
@NullMarked
@Component("checkout")
package drifted.checkout;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
