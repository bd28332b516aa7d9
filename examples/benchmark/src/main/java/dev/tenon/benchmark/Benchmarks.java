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
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Measures side by side, and prints tables. */
@Command(
    name = "benchmark",
    description = "Measures side by side, and prints tables.",
    footer = {
      "",
      "OPTION is one of JMH, such as -f 3. The agent's jar is where the build puts it,",
      "or -Dtenon.agent.jar=…; the processor's likewise, -Dtenon.processor.jar=…."
    })
public final class Benchmarks implements Runnable {

  /** How often each step of growth is run. */
  private static final int GROWN = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--help",
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this, or what a command takes.")
  @SuppressWarnings("unused") // picocli answers it
  private boolean isHelp;

  private Benchmarks() {}

  /**
   * Runs a command and ends the JVM: with 0, with 2 when what was given cannot be used, and with 1
   * when a measurement failed.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Benchmarks())
            .setUnmatchedOptionsArePositionalParams(true)
            .execute(args));
  }

  @Override
  public void run() {
    throw misuse("which command?");
  }

  @Command(description = "Handoffs, calls and growth: the whole table.")
  void all(@Mixin Measuring measuring) throws IOException, InterruptedException, RunnerException {
    Rounds rounds = rounds(measuring);
    Growth growth = growing(measuring.isShort ? 1 : GROWN);
    Tables.handoffs(Rows.all(), rounds.ofHandoffs(Rows.all()));
    Tables.calls(rounds.ofCalls());
    growth.run();
  }

  @Command(description = "One handoff, beside other libraries.")
  void handoffs(
      @Option(
              names = "--rows",
              paramLabel = "REGEX",
              description = "Only the rows whose whole name matches, such as transfer/.*")
          @Nullable Pattern wanted,
      @Mixin Measuring measuring)
      throws RunnerException {
    List<Row> rows =
        Rows.all().stream()
            .filter(row -> wanted == null || wanted.matcher(row.name()).matches())
            .toList();
    if (rows.isEmpty()) {
      throw misuse("no row matches " + wanted + "; the command rows names them");
    }
    Tables.handoffs(rows, rounds(measuring).ofHandoffs(rows));
  }

  @Command(description = "Calls of a client with a view.")
  void calls(@Mixin Measuring measuring) throws RunnerException {
    Tables.calls(rounds(measuring).ofCalls());
  }

  @Command(description = "Bean Validation constraints, beside other libraries.")
  void constraints(@Mixin Measuring measuring) throws RunnerException {
    Tables.constraints(rounds(measuring).ofConstraints());
  }

  @Command(description = "Many seams, many classes; compiling; violations.")
  void growth() throws IOException, InterruptedException {
    growing(GROWN).run();
  }

  @Command(name = "start-up", description = "What the agent costs a JVM that starts.")
  void startUp(
      @Parameters(
              paramLabel = "ROUNDS",
              arity = "0..1",
              defaultValue = "9",
              description = "How often each is started; ${DEFAULT-VALUE} unless told.")
          int rounds,
      @Parameters(
              paramLabel = "JAR",
              arity = "0..1",
              description = "An executable jar of Spring Boot with Tenon in it, started as well.")
          @Nullable Path application)
      throws IOException, InterruptedException {
    if (rounds < 1) {
      throw misuse("ROUNDS is 1 or more, not " + rounds);
    }
    if (application != null && !Files.isRegularFile(application)) {
      throw misuse("no jar at " + application);
    }
    StartUp.measure(agent(), rounds, application);
  }

  @Command(description = "The names of the rows of handoffs.")
  void rows() {
    Rows.all().forEach(row -> System.out.println(row.name()));
  }

  @Command(description = "Proves the rows of handoffs, and measures nothing.")
  void prove() throws IOException, InterruptedException {
    for (Agent each : Agent.values()) {
      Jvm.run(each.options(agent()), Proofs.class.getName(), each.name());
    }
  }

  private Rounds rounds(Measuring measuring) {
    List<String> options = new ArrayList<>(measuring.jmh);
    if (measuring.isShort) {
      options.addAll(List.of("-f", "1"));
    }
    try {
      return new Rounds(new CommandLineOptions(options.toArray(String[]::new)), agent());
    } catch (CommandLineOptionException wrong) {
      throw misuse(String.valueOf(wrong.getMessage()));
    }
  }

  private Growth growing(int runs) {
    return new Growth(
        agent(),
        jar(
            "tenon.processor.jar",
            "annotations/processor/target/tenon-processor-0.1.0-SNAPSHOT.jar"),
        runs);
  }

  private Path agent() {
    return jar("tenon.agent.jar", "agent/target/tenon-agent-0.1.0-SNAPSHOT.jar");
  }

  private Path jar(String property, String built) {
    Path jar = Path.of(System.getProperty(property, built));
    if (!Files.isRegularFile(jar)) {
      throw misuse(
          "no jar at "
              + jar
              + ": run from the root of the project after mvn package, or give -D"
              + property
              + "=…");
    }
    return jar;
  }

  private ParameterException misuse(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /** How long is measured; what is not known here is JMH's. */
  static final class Measuring {

    @Option(
        names = "--short",
        description =
            "One fork of each row in place of five, and one run of each growth in place of three.")
    private boolean isShort;

    @Parameters(paramLabel = "OPTION", arity = "0..*", description = "Options of JMH.")
    private List<String> jmh = new ArrayList<>();

    Measuring() {}
  }
}
