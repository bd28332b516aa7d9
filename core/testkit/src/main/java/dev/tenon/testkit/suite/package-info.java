/**
 * Contracts run as tests: calls inside of a contract, at its bounds and outside of it, in
 * sequences, against the suppliers of a seam; what was found, and how often each clause was seen.
 * It may use the core, and the choices, domains and relations that calls are made of.
 */
@NullMarked
package dev.tenon.testkit.suite;

import org.jspecify.annotations.NullMarked;
