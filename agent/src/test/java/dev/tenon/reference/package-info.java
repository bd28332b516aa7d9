/**
 * The meaning of contracts written a second time, plain and slow, and random programs on which it
 * must agree with the real thing at every door. The interpreter uses nothing of core.
 */
@NullMarked
package dev.tenon.reference;

import org.jspecify.annotations.NullMarked;
