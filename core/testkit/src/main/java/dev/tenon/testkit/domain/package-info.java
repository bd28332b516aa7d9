/**
 * The values that one place may have, from its type and its constraints: drawn, narrowed, at the
 * bounds and just outside. It may use the choices, jqwik's interfaces and the generator of regular
 * expressions; it knows no clause and no seam.
 */
@NullMarked
package dev.tenon.testkit.domain;

import org.jspecify.annotations.NullMarked;
