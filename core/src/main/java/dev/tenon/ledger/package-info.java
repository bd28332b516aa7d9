/**
 * What has been seen at the seams. Anybody may use it; it may use the model, the verdict and the
 * policy.
 */
@NullMarked
package dev.tenon.ledger;

import org.jspecify.annotations.NullMarked;
