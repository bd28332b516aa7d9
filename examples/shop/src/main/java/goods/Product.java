package goods;

/**
 * Something on sale.
 *
 * @param id the catalogue's number of it
 * @param name what it is called
 * @param cents what it costs
 */
public record Product(String id, String name, long cents) {}
