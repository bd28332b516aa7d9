/** The catalogue, which is asked over HTTP: here it is the library's own. */
@Component("catalogue")
@NullMarked
package library.catalogue;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
