package dev.tenon.processor;

import java.util.HashSet;
import java.util.Set;

/**
 * The variables that lambdas and patterns declared around a place in a clause.
 *
 * @param locals those that can be read here
 * @param banned those that cannot, since here is inside {@code old}
 * @param inOld whether here is inside {@code old}
 */
record Visible(Set<String> locals, Set<String> banned, boolean inOld) {

  static final Visible NOTHING = new Visible(Set.of(), Set.of(), false);

  Visible and(Set<String> declared) {
    if (declared.isEmpty()) {
      return this;
    }
    Set<String> more = new HashSet<>(locals);
    more.addAll(declared);
    Set<String> still = new HashSet<>(banned);
    still.removeAll(declared);
    return new Visible(Set.copyOf(more), Set.copyOf(still), inOld);
  }

  Visible atEntry() {
    return new Visible(Set.of(), locals, true);
  }
}
