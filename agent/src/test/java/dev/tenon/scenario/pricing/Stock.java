package dev.tenon.scenario.pricing;

import java.util.List;

/** A seam without any contract: nobody promises anything. */
@FunctionalInterface
public interface Stock {

  /** What there is of something. */
  List<String> search(String what);
}
