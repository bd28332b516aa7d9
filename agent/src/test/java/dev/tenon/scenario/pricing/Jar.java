package dev.tenon.scenario.pricing;

/** A seam with state and without a contract. */
public interface Jar {

  /** Puts so many in. */
  void add(int pieces);

  /** How many are in. */
  int content();
}
