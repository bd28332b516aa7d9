/**
 * The front door for applications. Anybody may use it; it may use every other package of the core,
 * and none of them may use it.
 */
@NullMarked
package dev.tenon;

import org.jspecify.annotations.NullMarked;
