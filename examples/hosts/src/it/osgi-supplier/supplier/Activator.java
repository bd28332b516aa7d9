package supplier;

import bank.Vault;
import gold.GoldRates;
import iron.Safe;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import rates.Rates;

/** Offers both suppliers as services. */
public class Activator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    context.registerService(Vault.class, new Safe(), null);
    context.registerService(Rates.class, new GoldRates(), null);
  }

  @Override
  public void stop(BundleContext context) {}
}
