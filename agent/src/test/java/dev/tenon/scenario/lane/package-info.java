/** One broad application, which says the same in every JVM. */
@NullMarked
@Component("lane")
package dev.tenon.scenario.lane;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
