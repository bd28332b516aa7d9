/**
 * From what a type declares to a contract: companion annotations, inheritance of operations,
 * components. The packages that follow in the table may use it; it may use the model and the
 * vocabulary.
 */
@NullMarked
package dev.tenon.internal.declaration;

import org.jspecify.annotations.NullMarked;
