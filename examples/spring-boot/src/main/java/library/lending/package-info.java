/**
 * Lending books: the seam, the service behind it, and a constraint that only the store can judge.
 */
@Component("lending")
@NullMarked
package library.lending;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
