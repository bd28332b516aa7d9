package dev.tenon.scenario.buying;

import dev.tenon.contract.Assumes;
import dev.tenon.contract.Ensures;
import dev.tenon.scenario.pricing.Jar;

/** Takes it for granted that nothing gets lost. */
@Assumes(Jar.class)
interface JarView {

  /** Puts in. */
  @Ensures(value = "content() == old(content()) + pieces", name = "whole")
  void add(int pieces);
}
