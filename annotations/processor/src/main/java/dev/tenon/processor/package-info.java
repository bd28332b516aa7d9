/**
 * The clause compiler, in the order in which data flows: a declaration is read ({@code
 * DeclarationReader}), its clauses are parsed ({@code ClauseParser}) into terms whose names are
 * resolved by scope ({@code TermBuilder}), the first companion with its probes is written ({@code
 * ClausesWriter}); a round later the probes give types ({@code ProbeReader}), and the contract, the
 * second companion, manifest and index follow. Only {@code TenonProcessor} is for others, and only
 * for javac.
 */
@NullMarked
package dev.tenon.processor;

import org.jspecify.annotations.NullMarked;
