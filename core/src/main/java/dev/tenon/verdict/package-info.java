/**
 * What was judged at a handoff: the verdict, its evidence, who is blamed, and the violation with
 * its text. Anybody may use it; it may use the annotations and the model alone.
 */
@NullMarked
package dev.tenon.verdict;

import org.jspecify.annotations.NullMarked;
