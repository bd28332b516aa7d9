/**
 * The vocabulary in which a contract is written. Anybody who declares a seam may use it; it may use
 * nothing but {@code java.base}, so that depending on it is safe for ever.
 */
@NullMarked
package dev.tenon.contract;

import org.jspecify.annotations.NullMarked;
