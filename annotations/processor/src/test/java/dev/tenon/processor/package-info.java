/**
 * What the clause compiler does, shown by compiling sources in memory and calling what it wrote.
 */
@NullMarked
package dev.tenon.processor;

import org.jspecify.annotations.NullMarked;
