/** Suites as tests of the JUnit Platform. JUnit finds it; nobody else uses it. */
@NullMarked
package dev.tenon.testkit.engine;

import org.jspecify.annotations.NullMarked;
