package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.scenario.pricing.Ticket;

/** Relies on more than the seam promises. */
@Assumes(Ticket.class)
public interface TicketView {

  /** Gets as many as it asked for. */
  @Ensures(value = "result == pieces", name = "all")
  int sell(int pieces);
}
