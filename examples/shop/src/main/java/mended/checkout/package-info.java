/** Sells: the client of the other two. */
@NullMarked
@Component("checkout")
package mended.checkout;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
