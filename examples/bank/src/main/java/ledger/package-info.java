/** The supplier: keeps the accounts and moves the money. */
@Component("ledger")
@NullMarked
package ledger;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
