package dev.tenon.benchmark.handoff;

import java.util.List;

/** Proves rows without measuring them: those for which this JVM has the agent. */
public final class Proofs {

  private Proofs() {}

  /**
   * Proves, and prints the name of each row that was.
   *
   * @param arguments the names of agents
   */
  public static void main(String[] arguments) {
    List<Agent> agents = List.of(arguments).stream().map(Agent::valueOf).toList();
    for (Row row : Rows.all()) {
      if (agents.contains(row.agent())) {
        row.proved();
        System.out.println(row.name());
      }
    }
  }
}
