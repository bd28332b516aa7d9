package dev.tenon.spring.boot;

import java.util.Set;

/** A bean that knows the codes that are taken. */
public final class Codes {

  private final Set<String> known;

  Codes(String... known) {
    this.known = Set.of(known);
  }

  boolean knows(String code) {
    return known.contains(code);
  }
}
