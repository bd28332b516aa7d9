/** What the components of the shop hand to each other: plain values. */
@NullMarked
package goods;

import org.jspecify.annotations.NullMarked;
