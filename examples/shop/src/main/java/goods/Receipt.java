package goods;

/**
 * A payment that was made.
 *
 * @param card who paid
 * @param cents how much
 */
public record Receipt(String card, long cents) {}
