/** Knows what is on sale. */
@NullMarked
@Component("catalogue")
package mended.catalogue;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
