/** What the agent costs a start: the processor time of JVMs that load many classes. */
@NullMarked
package dev.tenon.benchmark.startup;

import org.jspecify.annotations.NullMarked;
