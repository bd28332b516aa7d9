/** Starts the packed application as a user does, and talks to it. */
@NullMarked
package library;

import org.jspecify.annotations.NullMarked;
