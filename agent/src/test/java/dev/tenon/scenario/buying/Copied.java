package dev.tenon.scenario.buying;

import dev.tenon.scenario.pricing.Archive;

/** A supplier of its own client's component, which hands on what it is asked. */
public record Copied(Archive archive) implements Archive {

  @Override
  public int look(int number) {
    return archive.look(number);
  }
}
