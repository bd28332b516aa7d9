/**
 * Contracts in the tests of an application. Anybody may use it; it may use the exported packages of
 * the core, JUnit and AssertJ.
 */
@NullMarked
package dev.tenon.testkit;

import org.jspecify.annotations.NullMarked;
