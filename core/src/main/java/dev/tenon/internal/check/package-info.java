/**
 * From a clause to a check: the compiled methods of a companion as method handles. The guard may
 * use it; it may use the model, the declarations and the companion's types.
 */
@NullMarked
package dev.tenon.internal.check;

import org.jspecify.annotations.NullMarked;
