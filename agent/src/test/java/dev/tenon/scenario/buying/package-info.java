/** A client with views of what it calls. */
@NullMarked
@Component("buying")
package dev.tenon.scenario.buying;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
