/**
 * Bean Validation constraints as checks. The guard may use it; it may use the model, the
 * declarations and the companion's types. What is said here of the reference implementation was
 * read from its versions 8.0.2 and 9.1.6 and is compared with both by tests.
 */
@NullMarked
package dev.tenon.internal.constraint;

import org.jspecify.annotations.NullMarked;
