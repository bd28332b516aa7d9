package dev.tenon.benchmark.handoff;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A row of the table.
 *
 * @param workload what is asked of the call, or what else distinguishes it
 * @param way who asks it
 * @param agent what the JVM needs for that
 * @param phase how the JVM runs it
 * @param subject makes what is called, in the JVM that measures
 */
public record Row(
    String workload, String way, Agent agent, Phase phase, Supplier<Subject> subject) {

  /** How the workloads begin whose calls are refused. */
  static final String BROKEN = "broken";

  /** How the ways end that have recorded a thousand violations at the same site. */
  static final String OBSERVED = " after violations";

  private static final Set<String> DEEP =
      Set.of("OVal", "Hibernate Validator", "Spring", "groovy-contracts");

  /** A row that is compiled by all compilers. */
  static Row of(String workload, String way, Agent agent, Supplier<Subject> subject) {
    return new Row(workload, way, agent, Phase.COMPILED, subject);
  }

  /** The same in another phase. */
  Row in(Phase other, String named) {
    return new Row(workload + " (" + named + ")", way, agent, other, subject);
  }

  /** Whether many calls are made inside it, which the JVM compiles late. */
  public boolean isDeep() {
    return phase == Phase.COMPILED && (DEEP.contains(way) || workload.startsWith(BROKEN));
  }

  /** By which it is asked for. */
  public String name() {
    return workload + "/" + way;
  }

  /**
   * What is called, proved to do what the row says.
   *
   * @throws IllegalStateException if it does not
   */
  public Operation proved() {
    Subject made = subject.get();
    try {
      made.proof().run();
    } catch (IllegalStateException wrong) {
      throw new IllegalStateException(
          name() + " " + wrong.getMessage() + "; a JVM for it has the agent " + agent, wrong);
    }
    return made.operation();
  }
}
