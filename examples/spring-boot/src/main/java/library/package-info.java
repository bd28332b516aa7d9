/** A lending library: what starts it. */
@NullMarked
package library;

import org.jspecify.annotations.NullMarked;
