@NullMarked
package dev.tenon.testkit.suite;

import org.jspecify.annotations.NullMarked;
