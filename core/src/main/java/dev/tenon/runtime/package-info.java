/**
 * What woven code links to. Woven code and the root package may use it, applications do not; it may
 * use every package of the core but the root.
 */
@NullMarked
package dev.tenon.runtime;

import org.jspecify.annotations.NullMarked;
