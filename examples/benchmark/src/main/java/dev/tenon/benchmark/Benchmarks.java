package dev.tenon.benchmark;

import dev.tenon.benchmark.startup.StartUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs benchmarks side by side in one run and prints a table: those of clauses, or, with {@code
 * constraints} as the first argument, those of constraints. Takes JMH's own options. With {@code
 * start-up}, a number of runs, and the executable jar of a Spring Boot application or none, it
 * measures starts instead. The agent's jar is where the build puts it, or the system property
 * {@code tenon.agent.jar}.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @param args {@code constraints} or not, then JMH's options; or {@code start-up}
   * @throws IOException if the jars of a start cannot be written
   * @throws InterruptedException if interrupted
   * @throws CommandLineOptionException if an option is wrong
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] args)
      throws CommandLineOptionException, IOException, InterruptedException, RunnerException {
    Path agent =
        Path.of(
            System.getProperty("tenon.agent.jar", "agent/target/tenon-agent-0.1.0-SNAPSHOT.jar"));
    if (!Files.isRegularFile(agent)) {
      System.err.println(
          "no agent at "
              + agent
              + ": run from the root of the project after mvn package, or give"
              + " -Dtenon.agent.jar=…");
      System.exit(2);
    }
    if (args.length > 0 && args[0].equals("start-up")) {
      StartUp.measure(
          agent,
          args.length > 1 ? Integer.parseInt(args[1]) : 9,
          args.length > 2 ? Path.of(args[2]) : null);
    } else if (args.length > 0 && args[0].equals("constraints")) {
      Rounds rounds = new Rounds(options(Arrays.copyOfRange(args, 1, args.length)), agent);
      Tables.constraints(rounds.ofConstraints());
    } else {
      Tables.handoffs(new Rounds(options(args), agent).ofHandoffs());
    }
  }

  private static CommandLineOptions options(String[] args) throws CommandLineOptionException {
    return new CommandLineOptions(args);
  }
}
