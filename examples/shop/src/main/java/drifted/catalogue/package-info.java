/** Knows what is on sale. */
@NullMarked
@Component("catalogue")
package drifted.catalogue;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
