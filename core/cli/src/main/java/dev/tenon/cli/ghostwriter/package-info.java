/**
 * Writes tests from contracts: explicit jqwik properties that a person reads and goes on writing.
 * It uses the front door of the core, and what writes Java source.
 */
@NullMarked
package dev.tenon.cli.ghostwriter;

import org.jspecify.annotations.NullMarked;
