/**
 * Where generated values come from: a record of choices, each smaller one simpler, which is what is
 * shrunk and replayed. Used by the generators of the testkit; it uses nothing but the JDK.
 */
@NullMarked
package dev.tenon.testkit.choice;

import org.jspecify.annotations.NullMarked;
