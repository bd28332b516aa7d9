/** What the tests show, and write tests for: a seam that inherits, with every kind of clause. */
@NullMarked
package warehouse;

import org.jspecify.annotations.NullMarked;
