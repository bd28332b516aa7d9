/**
 * What clauses demand of several values at once: their trees taken apart into branches, what is
 * plain of these turned into demands, and values drawn one from the other so that the demands hold.
 * It may use the model, the choices and the domains.
 */
@NullMarked
package dev.tenon.testkit.relation;

import org.jspecify.annotations.NullMarked;
