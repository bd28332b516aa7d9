/** Calls of clients, with nothing checked at them and with checks written by hand. */
@NullMarked
package dev.tenon.benchmark.calling;

import org.jspecify.annotations.NullMarked;
