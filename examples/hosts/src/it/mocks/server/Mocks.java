package server;

import bank.Vault;
import gold.GoldRates;
import iron.Safe;
import org.mockito.Mockito;
import shop.Till;

/** The till with a supplier and with Mockito's stand-ins of it. */
public class Mocks {

  public static void main(String[] arguments) {
    say("supplier", new Safe());
    say("spy", Mockito.spy(new Safe()));
    say("mock", Mockito.mock(Vault.class));
    say("supplier", new Safe());
    System.out.println(new Till(null, null).answer(""));
  }

  private static void say(String name, Vault vault) {
    Till till = new Till(vault, new GoldRates());
    for (String amount : new String[] {"20", "-1", "13"}) {
      System.out.println(name + ": " + till.answer(amount));
    }
  }
}
