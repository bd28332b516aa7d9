package server;

import gold.GoldRates;
import iron.Safe;
import shop.Till;

/** The application of an executable jar. */
public class Main {

  public static void main(String[] arguments) throws Exception {
    System.out.println("loaded by " + Main.class.getClassLoader().getClass().getName());
    try (Http http = new Http(new Till(new Safe(), new GoldRates())::answer)) {
      http.await();
    }
  }
}
