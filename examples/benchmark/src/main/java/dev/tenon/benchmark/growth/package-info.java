/** How the cost of contracts grows with their number. */
@NullMarked
package dev.tenon.benchmark.growth;

import org.jspecify.annotations.NullMarked;
