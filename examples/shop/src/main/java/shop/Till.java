package shop;

/** What a customer can do. */
public interface Till {

  /** The cheapest product with a word in its name. */
  String offer(String word);

  /** The number of the newest product, as it is written down. */
  String note();

  /** Charges a card. */
  String sell(String card, long cents);
}
