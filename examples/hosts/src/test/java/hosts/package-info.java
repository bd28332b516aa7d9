/** Hosts of every kind, each started for real with the agent and an application in it. */
@NullMarked
package hosts;

import org.jspecify.annotations.NullMarked;
