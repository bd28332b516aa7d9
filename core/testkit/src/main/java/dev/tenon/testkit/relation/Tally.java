package dev.tenon.testkit.relation;

import java.util.Map;
import java.util.TreeMap;

/** How many values were drawn, and what refused how many of them. Confined to one thread. */
public final class Tally {

  private long accepted;
  private final Map<String, Long> refused = new TreeMap<>();

  /** Values that are inside all clauses. */
  public void accept() {
    accepted++;
  }

  /** Values that something refused. */
  public void refuse(String by) {
    refused.merge(by, 1L, Long::sum);
  }

  /** How many were inside. */
  public long accepted() {
    return accepted;
  }

  /** How many were drawn. */
  public long tried() {
    return accepted + refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What refused how many. */
  public Map<String, Long> refused() {
    return Map.copyOf(refused);
  }
}
