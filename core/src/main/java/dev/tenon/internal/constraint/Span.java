package dev.tenon.internal.constraint;

import java.time.Duration;

/** One end of what a duration may be. */
record Span(Duration limit, boolean least, boolean inclusive) {

  boolean holds(Duration value) {
    int order = value.compareTo(limit);
    return order == 0 ? inclusive : order > 0 == least;
  }
}
