package server;

import bank.Vault;
import gold.GoldRates;
import iron.Safe;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import rates.Rates;
import shop.Till;

/** Weld: beans behind client proxies, one of them behind an interceptor too. */
public class WeldServer {

  public static void main(String[] arguments) throws Exception {
    try (SeContainer container =
            SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Safe.class, GoldRates.class, Till.class, Audit.class)
                .initialize();
        Http http = new Http(container.select(Till.class).get()::answer)) {
      System.out.println("vault " + container.select(Vault.class).get().getClass().getName());
      System.out.println("rates " + container.select(Rates.class).get().getClass().getName());
      http.await();
      System.out.println("audited " + Audit.CALLS);
    }
  }
}
