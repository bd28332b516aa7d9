/**
 * What a companion class carries of its contract. The processor writes it and the core reads it,
 * nobody else; it may use the vocabulary and {@code java.base}.
 */
@NullMarked
package dev.tenon.contract.companion;

import org.jspecify.annotations.NullMarked;
