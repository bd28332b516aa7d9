/**
 * What class files tell without being loaded. The agent and the build plugin use it, the agent in a
 * copy of its own; it may use nothing of Tenon's.
 *
 * <p>The agent runs it for every class of an application. So its code is plain: no lambdas, no
 * streams, no logging.
 */
@NullMarked
package dev.tenon.model.classfile;

import org.jspecify.annotations.NullMarked;
