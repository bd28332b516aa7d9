/** One handoff: what is asked of it, who asks it, and the JVM in which that is measured. */
@NullMarked
package dev.tenon.benchmark.handoff;

import org.jspecify.annotations.NullMarked;
