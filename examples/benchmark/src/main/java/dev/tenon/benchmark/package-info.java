/** What a handoff costs, beside hand-written checks and none. */
@NullMarked
package dev.tenon.benchmark;

import org.jspecify.annotations.NullMarked;
