/**
 * The command line. Nobody else uses it; it reads contracts through the front door of the core,
 * from class paths that it loads and never initialises.
 */
@NullMarked
package dev.tenon.cli;

import org.jspecify.annotations.NullMarked;
