package dev.tenon.testkit.suite;

import dev.tenon.contract.Ensures;
import dev.tenon.contract.Pure;
import dev.tenon.contract.Requires;
import dev.tenon.contract.Throws;
import java.util.List;

/** What a client asks for rates, and books. */
public interface Rates {

  /** No rate is known. */
  class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Pure
  @Ensures("result >= 0")
  int booked();

  @Requires("amount > 0")
  @Ensures("booked() == old(booked()) + amount")
  void book(int amount);

  @Ensures("result >= 0 && result <= 100")
  int rate(String currency);

  @Ensures("result.size() <= 3")
  List<String> currencies();

  @Throws(Unknown.class)
  @Ensures("result > low")
  int above(int low) throws Unknown;
}
