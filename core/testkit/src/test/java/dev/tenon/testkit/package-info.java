/** The testkit, tested by running small test classes in a JVM with the real agent, and without. */
@NullMarked
package dev.tenon.testkit;

import org.jspecify.annotations.NullMarked;
