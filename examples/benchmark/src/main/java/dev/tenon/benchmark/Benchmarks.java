package dev.tenon.benchmark;

import dev.tenon.benchmark.growth.Growth;
import dev.tenon.benchmark.handoff.Agent;
import dev.tenon.benchmark.handoff.Proofs;
import dev.tenon.benchmark.handoff.Row;
import dev.tenon.benchmark.handoff.Rows;
import dev.tenon.benchmark.startup.StartUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Measures side by side, and prints tables. */
public final class Benchmarks {

  private static final String USAGE =
      """
      usage: java -jar tenon-example-benchmark-….jar COMMAND
        all [--short] [JMH…]                    handoffs, calls and growth: the whole table
        handoffs [--short] [--rows REGEX] [JMH…]  one handoff, beside other libraries
        calls [--short] [JMH…]                  calls of a client with a view
        growth                                  many seams, many classes; compiling; violations
        constraints [JMH…]                      Bean Validation constraints
        start-up [RUNS]                         what the agent costs a JVM that starts
        rows                                    the names of the rows of handoffs
        prove                                   proves the rows of handoffs, and measures nothing
      --short is one fork of each row in place of five, and one run in place of three.
      JMH… are options of JMH, such as -f 3.
      The agent's jar is where the build puts it, or -Dtenon.agent.jar=…; the processor's as well,
      -Dtenon.processor.jar=….
      """;

  private final Path agent;
  private final List<String> arguments;

  private Benchmarks(Path agent, List<String> arguments) {
    this.agent = agent;
    this.arguments = new ArrayList<>(arguments);
  }

  /**
   * Runs a command.
   *
   * @param args the command and its options
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if interrupted
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    try {
      List<String> given = List.of(args);
      String command = given.isEmpty() ? "" : given.get(0);
      List<String> rest = given.isEmpty() ? given : given.subList(1, given.size());
      new Benchmarks(jar("tenon.agent.jar", "agent/target/tenon-agent-0.1.0-SNAPSHOT.jar"), rest)
          .run(command);
    } catch (WrongUse wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private void run(String command)
      throws IOException, InterruptedException, RunnerException, WrongUse {
    switch (command) {
      case "all" -> all();
      case "handoffs" -> handoffs(rows());
      // The class's name is what the command was before there were others.
      case "calls", "CallBenchmark" -> Tables.calls(new Rounds(options(), agent).ofCalls());
      case "growth" -> growth();
      case "constraints" -> Tables.constraints(new Rounds(options(), agent).ofConstraints());
      case "start-up" -> new StartUp(agent, runs()).run();
      case "rows" -> Rows.all().forEach(row -> System.out.println(row.name()));
      case "prove" -> prove();
      case "" -> throw new WrongUse("which command?\n" + USAGE);
      default -> throw new WrongUse("no command " + command + "\n" + USAGE);
    }
  }

  private void all() throws IOException, InterruptedException, RunnerException, WrongUse {
    Growth growth = grown(arguments.contains("--short") ? 1 : 3);
    Rounds rounds = new Rounds(options(), agent);
    Tables.handoffs(Rows.all(), rounds.ofHandoffs(Rows.all()));
    Tables.calls(rounds.ofCalls());
    growth.run();
  }

  private void handoffs(List<Row> rows) throws RunnerException, WrongUse {
    Tables.handoffs(rows, new Rounds(options(), agent).ofHandoffs(rows));
  }

  private void growth() throws IOException, InterruptedException, WrongUse {
    nothingMore();
    grown(3).run();
  }

  private Growth grown(int runs) throws WrongUse {
    return new Growth(
        agent,
        jar(
            "tenon.processor.jar",
            "annotations/processor/target/tenon-processor-0.1.0-SNAPSHOT.jar"),
        runs);
  }

  private void prove() throws IOException, InterruptedException, WrongUse {
    nothingMore();
    for (Agent each : Agent.values()) {
      Jvm.run(each.options(agent), Proofs.class.getName(), each.name());
    }
  }

  private List<Row> rows() throws WrongUse {
    int at = arguments.indexOf("--rows");
    if (at < 0) {
      return Rows.all();
    }
    if (at + 1 == arguments.size()) {
      throw new WrongUse("--rows needs a regular expression, such as transfer/.*");
    }
    String given = arguments.remove(at + 1);
    arguments.remove(at);
    try {
      Pattern pattern = Pattern.compile(given);
      List<Row> rows =
          Rows.all().stream().filter(row -> pattern.matcher(row.name()).matches()).toList();
      if (rows.isEmpty()) {
        throw new WrongUse("no row matches " + given + "; the command rows names them");
      }
      return rows;
    } catch (PatternSyntaxException wrong) {
      throw new WrongUse("--rows: " + wrong.getMessage());
    }
  }

  /** What is left is JMH's. */
  private CommandLineOptions options() throws WrongUse {
    if (arguments.remove("--short")) {
      arguments.addAll(List.of("-f", "1"));
    }
    try {
      return new CommandLineOptions(arguments.toArray(String[]::new));
    } catch (CommandLineOptionException wrong) {
      throw new WrongUse(wrong.getMessage() + "\n" + USAGE);
    }
  }

  private int runs() throws WrongUse {
    try {
      int runs = arguments.isEmpty() ? 9 : Integer.parseInt(arguments.get(0));
      if (runs > 0 && arguments.size() < 2) {
        return runs;
      }
    } catch (NumberFormatException wrong) {
      // Said below.
    }
    throw new WrongUse("start-up takes how often each start is run, such as 7\n" + USAGE);
  }

  private void nothingMore() throws WrongUse {
    if (!arguments.isEmpty()) {
      throw new WrongUse("what is " + arguments.get(0) + "?\n" + USAGE);
    }
  }

  private static Path jar(String property, String built) throws WrongUse {
    Path jar = Path.of(System.getProperty(property, built));
    if (!Files.isRegularFile(jar)) {
      throw new WrongUse(
          "no jar at "
              + jar
              + ": run from the root of the project after mvn package, or give -D"
              + property
              + "=…");
    }
    return jar;
  }

  /** What was asked for does not exist. */
  private static final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
      super(message);
    }
  }
}
