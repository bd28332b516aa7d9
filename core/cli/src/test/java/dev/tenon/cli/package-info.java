/** The commands, run as users run them. */
@NullMarked
package dev.tenon.cli;

import org.jspecify.annotations.NullMarked;
