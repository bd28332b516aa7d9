/** What the constraints of Bean Validation cost at a seam, beside other systems and by hand. */
@NullMarked
package dev.tenon.benchmark.constraint;

import org.jspecify.annotations.NullMarked;
