/**
 * The client: reads what customers ordered and has it paid.
 *
 * <p>Not null-marked, unlike the other packages: that it may pass null is one of the faults to be
 * found.
 */
@Component("checkout")
package shop;

import dev.tenon.contract.Component;
