/** Another client of the same seams, which assumes the opposite. */
@NullMarked
@Component("auditing")
package dev.tenon.scenario.auditing;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
