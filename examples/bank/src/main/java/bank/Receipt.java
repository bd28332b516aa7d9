package bank;

import dev.tenon.contract.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * What was moved.
 *
 * @param amount how much, in cents
 * @param memo what the statements say; null for nothing
 */
public record Receipt(long amount, @Sensitive @Nullable String memo) {}
