/** What the shop and the ledger share: the seam between them, and what crosses it. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
