/** What happens after a verdict. Anybody may use it; it may use the model and the verdict. */
@NullMarked
package dev.tenon.policy;

import org.jspecify.annotations.NullMarked;
