/** The story: the same business with the assumptions as they drifted, and mended. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
