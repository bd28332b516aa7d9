@NullMarked
package dev.tenon.testkit.engine;

import org.jspecify.annotations.NullMarked;
