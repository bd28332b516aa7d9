/** Tests of the Maven plugin, in builds of their own. */
@NullMarked
package dev.tenon.maven;

import org.jspecify.annotations.NullMarked;
