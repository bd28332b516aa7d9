/** Java source: types, imports and layout. For the command line alone; it uses nothing of Tenon. */
@NullMarked
package dev.tenon.cli.source;

import org.jspecify.annotations.NullMarked;
