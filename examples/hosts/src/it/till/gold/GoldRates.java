package gold;

import rates.Rates;

/** Two for one, but for one amount. */
public class GoldRates implements Rates {

  @Override
  public long of(long amount) {
    return amount == 500 ? 0 : 2;
  }
}
