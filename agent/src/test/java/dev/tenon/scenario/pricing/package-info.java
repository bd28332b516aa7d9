/** A component that others call: its seams, with and without a contract, and their suppliers. */
@NullMarked
@Component("pricing")
package dev.tenon.scenario.pricing;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
