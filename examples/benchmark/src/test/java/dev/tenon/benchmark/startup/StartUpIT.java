package dev.tenon.benchmark.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That the start of an application does not become dear unnoticed. The bounds are wide, since a
 * ratio of two short runs is noisy; what a start really costs is in docs/performance.md.
 */
class StartUpIT {

  private static final int FEWEST_ROUNDS = 2;

  /** A machine that does much else needs some until each row had a quiet moment. */
  private static final int MOST_ROUNDS = 8;

  @Test
  void five_thousand_classes_without_a_contract_cost_little_more() throws Exception {
    try (StartUp starts = new StartUp(Path.of(System.getProperty("tenon.agent.jar")))) {
      Start none = loading(starts, "none");
      Start alone = loading(starts, "**Tenon**");
      Start beside = loading(starts, "**Tenon, with its libraries and seams beside**");
      int round = 0;
      do {
        for (Start start : List.of(none, alone, beside)) {
          start.run();
        }
        round++;
      } while (round < FEWEST_ROUNDS
          || (round < MOST_ROUNDS && (alone.over(none) > 1.4 || beside.over(none) > 1.6)));

      assertThat(alone.over(none)).isLessThan(1.5);
      assertThat(beside.over(none)).isLessThan(1.8);
    }
  }

  private static Start loading(StartUp starts, String agent) {
    return starts.starts().stream()
        .filter(start -> start.application().equals("5,000 classes") && start.agent().equals(agent))
        .findFirst()
        .orElseThrow();
  }
}
