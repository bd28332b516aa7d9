/**
 * What generated programs are written against, in the JVM where they run: their values, and what
 * prints how each call ended. Uses core's exported packages alone.
 */
@NullMarked
package dev.tenon.reference.given;

import org.jspecify.annotations.NullMarked;
