/**
 * The Maven plugin: it attaches the agent to tests, and fails a build whose contracts cannot be
 * enforced. Nobody else uses it; it reads contracts through the front door of the core.
 */
@NullMarked
package dev.tenon.maven;

import org.jspecify.annotations.NullMarked;
