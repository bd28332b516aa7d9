/** The same calls by a client with views. */
@NullMarked
package dev.tenon.benchmark.calling.viewed;

import org.jspecify.annotations.NullMarked;
