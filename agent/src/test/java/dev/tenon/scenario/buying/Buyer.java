package dev.tenon.scenario.buying;

import dev.tenon.scenario.pricing.Archive;
import dev.tenon.scenario.pricing.Box;
import dev.tenon.scenario.pricing.Jar;
import dev.tenon.scenario.pricing.Pricing;
import dev.tenon.scenario.pricing.Stock;
import dev.tenon.scenario.pricing.Ticket;
import java.util.List;

/** The client. */
public final class Buyer {

  private final Pricing pricing;

  /** A buyer. */
  public Buyer(Pricing pricing) {
    this.pricing = pricing;
  }

  /** Asks for a price. */
  public int price(String what, int pieces) {
    return pricing.quote(what, pieces);
  }

  /** Asks twice at the same place. */
  public int sum(int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += pricing.quote("tea", 1);
    }
    return sum;
  }

  /** Orders. */
  public void order(int pieces) {
    pricing.order(pieces);
  }

  /** Finds. */
  public int find(String what) {
    return pricing.find(what);
  }

  /** Fills. */
  public static void fill(Jar jar, int pieces) {
    jar.add(pieces);
  }

  /** Puts. */
  public static String put(Box.OfText box, String thing) {
    return box.put(thing);
  }

  /** Sells. */
  public static int sell(Ticket ticket, int pieces) {
    return ticket.sell(pieces);
  }

  /** Searches. */
  public static List<String> search(Stock stock, String what) {
    return stock.search(what);
  }

  /** Looks up. */
  public static int look(Archive archive, int number) {
    return archive.look(number);
  }
}
