/**
 * The contract as data: operations, clauses, their canonical manifest and their refinement.
 * Processor, core, agent and tools may use it; it may use nothing but {@code java.base}.
 */
@NullMarked
package dev.tenon.model;

import org.jspecify.annotations.NullMarked;
