/**
 * What a handoff means, as sentences: each scenario runs through every door and gives the same
 * verdict.
 */
@NullMarked
@Component("scenario")
package dev.tenon.scenario;

import dev.tenon.contract.Component;
import org.jspecify.annotations.NullMarked;
