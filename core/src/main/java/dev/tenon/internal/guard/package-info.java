/**
 * One handoff: what stands at entry and exit, the plan that judges a call, and the judge who is
 * asked only after a check was false. The front door and woven code use it; it may use everything
 * above it in the table.
 */
@NullMarked
package dev.tenon.internal.guard;

import org.jspecify.annotations.NullMarked;
