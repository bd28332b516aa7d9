package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.scenario.pricing.Stock;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A view with constraints alone. */
@Assumes(Stock.class)
public interface StockView {

  /** Asks with few characters, and takes it for granted that something is found. */
  @NotEmpty
  List<@Known String> search(@Size(max = 5) String what);
}
