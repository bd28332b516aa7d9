package client;

import bank.Vault;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import rates.Rates;
import server.Http;
import shop.Till;

/** Opens the till, with the services that other bundles offer. */
public class Activator implements BundleActivator {

  private Http http;

  @Override
  public void start(BundleContext context) throws Exception {
    Vault vault = context.getService(context.getServiceReference(Vault.class));
    Rates rates = context.getService(context.getServiceReference(Rates.class));
    http = new Http(new Till(vault, rates)::answer);
  }

  @Override
  public void stop(BundleContext context) {
    http.close();
  }
}
