/**
 * The agent: puts doors into the bodies of suppliers and the calls of clients, and asks core what
 * stands behind them.
 *
 * <p>{@link dev.tenon.agent.Premain}, what weaves at build ({@link dev.tenon.agent.Weave} and
 * {@link dev.tenon.agent.WeavePlugin}) and {@link dev.tenon.agent.AgentClassLoader} are all that an
 * application could see; the rest lives in that loader. Nothing here is for applications to use,
 * and nothing here knows what a clause means. On the paths that run while a class is loaded or a
 * call site linked there is no lambda and no lock of our own.
 */
@NullMarked
package dev.tenon.agent;

import org.jspecify.annotations.NullMarked;
